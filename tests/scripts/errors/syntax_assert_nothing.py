# A syntax error: an assert of nothing.
# record: stderr
print("never printed: the whole file is read first")
assert

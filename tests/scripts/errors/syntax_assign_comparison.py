# A syntax error: assignment to a comparison.
# record: stderr
print("never printed: the whole file is read first")
a = b = 1
a == b = 2

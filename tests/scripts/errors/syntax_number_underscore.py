# A syntax error: an underscore at the end of a number.
# record: stderr
print("never printed: the whole file is read first")
x = 1_000_

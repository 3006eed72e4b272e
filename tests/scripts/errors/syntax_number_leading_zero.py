# A syntax error: a number with a leading zero.
# record: stderr
print("never printed: the whole file is read first")
x = 0123

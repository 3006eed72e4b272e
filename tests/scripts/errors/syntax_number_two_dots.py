# A syntax error: two points in a number.
# record: stderr
print("never printed: the whole file is read first")
x = 1.2.3

# A syntax error: a question mark.
# record: stderr
print("never printed: the whole file is read first")
x = 1 ? 2 : 3

# A syntax error: brackets that do not match.
# record: stderr
print("never printed: the whole file is read first")
x = [1, (2, 3], 4)

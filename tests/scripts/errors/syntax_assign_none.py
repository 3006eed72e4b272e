# A syntax error: assignment to None.
# record: stderr
print("never printed: the whole file is read first")
None = 1

# A syntax error: an annotated tuple.
# record: stderr
print("never printed: the whole file is read first")
a, b: int = 1, 2

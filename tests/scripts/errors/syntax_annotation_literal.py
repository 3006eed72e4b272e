# A syntax error: an annotated literal.
# record: stderr
print("never printed: the whole file is read first")
5: int = 1

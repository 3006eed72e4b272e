# A syntax error: del of a literal.
# record: stderr
print("never printed: the whole file is read first")
del 5

# A syntax error: assignment to a literal.
# record: stderr
print("never printed: the whole file is read first")
5 = x

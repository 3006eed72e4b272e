# A syntax error: assignment to a conditional expression.
# record: stderr
print("never printed: the whole file is read first")
a if 1 else b = 2

# A syntax error: assignment to an expression.
# record: stderr
print("never printed: the whole file is read first")
a, b = 1, 2
a + b = 3

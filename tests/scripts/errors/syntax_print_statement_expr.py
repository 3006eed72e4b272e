# A syntax error: print without parentheses, of an expression.
# record: stderr
print("never printed: the whole file is read first")
x = 3
print x + 1

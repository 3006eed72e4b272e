# A syntax error: an expression that ends with an operator.
# record: stderr
print("never printed: the whole file is read first")
x = 1 +

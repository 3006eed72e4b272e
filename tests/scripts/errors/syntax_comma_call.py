# A syntax error: a comma forgotten in a call.
# record: stderr
print("never printed: the whole file is read first")
a = b = 1
print(a b)

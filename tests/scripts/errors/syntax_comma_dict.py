# A syntax error: a comma forgotten in a dict.
# record: stderr
print("never printed: the whole file is read first")
d = {'a': 1 'b': 2}

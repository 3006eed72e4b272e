# A syntax error: a brace that is never closed.
# record: stderr
print("never printed: the whole file is read first")
d = {'a': 1,
     'b': 2

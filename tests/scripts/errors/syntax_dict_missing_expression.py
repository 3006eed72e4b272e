# A syntax error: a dict key with nothing after its colon.
# record: stderr
print("never printed: the whole file is read first")
d = {'a': 1, 'b': }

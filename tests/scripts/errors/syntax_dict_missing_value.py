# A syntax error: a dict key without a value.
# record: stderr
print("never printed: the whole file is read first")
d = {'a': 1, 'b'}

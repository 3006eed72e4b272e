# A syntax error: the same keyword argument twice.
# record: stderr
print("never printed: the whole file is read first")
print('a', sep='', end='', sep='-')

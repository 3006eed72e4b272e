# A syntax error: a positional argument after a keyword argument.
# record: stderr
print("never printed: the whole file is read first")
print(sep='', 'a')

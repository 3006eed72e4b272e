# A syntax error: a lambda without its colon.
# record: stderr
print("never printed: the whole file is read first")
f = lambda x x

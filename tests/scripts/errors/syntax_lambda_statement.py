# A syntax error: a statement in a lambda.
# record: stderr
print("never printed: the whole file is read first")
f = lambda: return 5

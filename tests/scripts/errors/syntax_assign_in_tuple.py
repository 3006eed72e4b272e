# A syntax error: assignment to a literal inside a tuple.
# record: stderr
print("never printed: the whole file is read first")
a, 1, b = 1, 2, 3

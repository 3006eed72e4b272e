# A syntax error: a starred target that is not in a tuple.
# record: stderr
print("never printed: the whole file is read first")
*a = [1, 2]

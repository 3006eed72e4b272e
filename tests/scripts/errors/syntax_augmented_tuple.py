# A syntax error: augmented assignment to a tuple.
# record: stderr
print("never printed: the whole file is read first")
a, b = 1, 2
a, b += 1

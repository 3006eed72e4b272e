# A syntax error: a star where there is nothing to unpack into.
# record: stderr
print("never printed: the whole file is read first")
x = *[1, 2]

# A syntax error: two stars in one target.
# record: stderr
print("never printed: the whole file is read first")
*a, *b = [1, 2, 3]

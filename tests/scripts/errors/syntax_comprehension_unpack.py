# A syntax error: a star in a comprehension.
# record: stderr
print("never printed: the whole file is read first")
x = [*a for a in [[1]]]

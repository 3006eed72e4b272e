# A syntax error: a star in a dict's value.
# record: stderr
print("never printed: the whole file is read first")
d = {'a': *[1]}

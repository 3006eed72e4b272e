# A syntax error: letters right after a number.
# record: stderr
print("never printed: the whole file is read first")
x = 5abc

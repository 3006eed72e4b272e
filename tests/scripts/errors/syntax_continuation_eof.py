# A syntax error: a line continuation at the end of the file.
# record: stderr
print("never printed: the whole file is read first")
x = 1 + \
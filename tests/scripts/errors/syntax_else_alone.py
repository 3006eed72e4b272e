# A syntax error: an else without an if.
# record: stderr
print("never printed: the whole file is read first")
x = 1
else:
    pass

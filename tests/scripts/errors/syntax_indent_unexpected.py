# A syntax error: a line that is indented for no reason.
# record: stderr
print("never printed: the whole file is read first")
x = 1
    y = 2

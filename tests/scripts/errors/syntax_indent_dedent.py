# A syntax error: a dedent to a level that is not there.
# record: stderr
print("never printed: the whole file is read first")
if True:
        x = 1
    y = 2

# A syntax error: assignment to True in a for.
# record: stderr
print("never printed: the whole file is read first")
for True in [1]:
    pass

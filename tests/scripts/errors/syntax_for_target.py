# A syntax error: a for over a literal target.
# record: stderr
print("never printed: the whole file is read first")
for 5 in [1]:
    pass

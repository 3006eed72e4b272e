# A syntax error: an else without its colon.
# record: stderr
print("never printed: the whole file is read first")
if 1:
    pass
else
    pass

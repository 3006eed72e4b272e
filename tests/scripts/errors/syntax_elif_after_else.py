# A syntax error: an elif after the else.
# record: stderr
print("never printed: the whole file is read first")
if 1:
    pass
else:
    pass
elif 2:
    pass

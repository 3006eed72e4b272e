# A syntax error: an else without a block.
# record: stderr
print("never printed: the whole file is read first")
if True:
    pass
else:
y = 1

# A syntax error: a block that is not indented.
# record: stderr
print("never printed: the whole file is read first")
if True:
x = 1

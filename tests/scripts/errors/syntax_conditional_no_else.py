# A syntax error: a conditional expression without else.
# record: stderr
print("never printed: the whole file is read first")
x = 1 if True

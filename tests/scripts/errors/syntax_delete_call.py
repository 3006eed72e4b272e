# A syntax error: del of a call.
# record: stderr
print("never printed: the whole file is read first")
del len('x')

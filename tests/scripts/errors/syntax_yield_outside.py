# A syntax error: yield outside a function.
# record: stderr
print("never printed: the whole file is read first")
x = yield 5

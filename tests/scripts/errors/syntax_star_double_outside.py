# A syntax error: two stars outside a call.
# record: stderr
print("never printed: the whole file is read first")
x = (**{'a': 1})

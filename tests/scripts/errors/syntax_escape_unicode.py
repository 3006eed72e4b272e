# A syntax error: a bad unicode escape.
# python: 3.13
# record: stderr
print("never printed: the whole file is read first")
path = 'C:\Users'

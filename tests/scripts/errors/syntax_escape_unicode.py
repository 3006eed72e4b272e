# A syntax error: a bad unicode escape.
# record: stderr
print("never printed: the whole file is read first")
path = 'C:\Users'

# A syntax error: a bad hexadecimal escape.
# python: 3.13
# record: stderr
print("never printed: the whole file is read first")
x = '\x4'

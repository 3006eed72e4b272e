# A syntax error: a bad hexadecimal escape.
# record: stderr
print("never printed: the whole file is read first")
x = '\x4'

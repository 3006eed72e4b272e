# A syntax error: a bad hexadecimal digit.
# record: stderr
print("never printed: the whole file is read first")
x = 0x1g

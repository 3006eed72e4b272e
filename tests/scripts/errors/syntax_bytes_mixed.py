# A syntax error: bytes and str side by side.
# record: stderr
print("never printed: the whole file is read first")
x = 'a' b'b'

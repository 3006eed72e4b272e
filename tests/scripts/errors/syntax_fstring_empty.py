# A syntax error: an empty replacement field.
# record: stderr
print("never printed: the whole file is read first")
x = f'a{}b'

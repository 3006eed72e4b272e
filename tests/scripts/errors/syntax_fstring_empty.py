# A syntax error: an empty replacement field.
# record: stderr
# python: 3.13
print("never printed: the whole file is read first")
x = f'a{}b'

# A syntax error: a replacement field that is not closed.
# python: 3.13
# record: stderr
print("never printed: the whole file is read first")
x = 1
y = f'a{x b'

# A syntax error: a replacement field that is not closed.
# record: stderr
print("never printed: the whole file is read first")
x = 1
y = f'a{x b'

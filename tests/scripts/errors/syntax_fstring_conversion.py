# A syntax error: an unknown conversion.
# record: stderr
# python: 3.13
print("never printed: the whole file is read first")
x = f'{1!z}'

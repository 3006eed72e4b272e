# A syntax error: an unknown conversion.
# record: stderr
print("never printed: the whole file is read first")
x = f'{1!z}'

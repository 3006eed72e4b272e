# A syntax error: a letter that is not ASCII in a bytes literal.
# record: stderr
print("never printed: the whole file is read first")
x = b'é'

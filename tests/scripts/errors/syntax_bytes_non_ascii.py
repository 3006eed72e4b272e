# A syntax error: a letter that is not ASCII in a bytes literal.
# record: stderr
# bide-only: CPython 3.11 marks another place (3.13 this one)
print("never printed: the whole file is read first")
x = b'é'

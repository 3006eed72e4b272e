# A syntax error: a string without its closing quote.
# record: stderr
print("never printed: the whole file is read first")
name = 'Ann
print(name)

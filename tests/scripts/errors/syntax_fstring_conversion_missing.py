# A syntax error: a conversion without its letter.
# record: stderr
# python: 3.13
print("never printed: the whole file is read first")
x = f"{a!}"

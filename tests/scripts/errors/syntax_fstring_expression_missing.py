# A syntax error: an equals sign without an expression before it.
# record: stderr
# python: 3.13
print("never printed: the whole file is read first")
x = f"{=}"

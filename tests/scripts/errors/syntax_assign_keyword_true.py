# A syntax error: True as the name of an argument.
# record: stderr
print("never printed: the whole file is read first")
print(True=1)

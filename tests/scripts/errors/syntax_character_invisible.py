# A syntax error: an invisible character.
# record: stderr
print("never printed: the whole file is read first")
x = 1​ + 2

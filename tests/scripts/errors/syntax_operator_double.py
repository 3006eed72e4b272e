# A syntax error: an operator that the language does not have.
# record: stderr
print("never printed: the whole file is read first")
x = 5
x++

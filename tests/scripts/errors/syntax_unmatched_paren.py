# A syntax error: a closing parenthesis too many.
# record: stderr
print("never printed: the whole file is read first")
x = (1 + 2))

# A syntax error: a bad binary digit.
# record: stderr
print("never printed: the whole file is read first")
x = 0b102

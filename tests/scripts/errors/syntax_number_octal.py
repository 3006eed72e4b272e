# A syntax error: a bad octal digit.
# record: stderr
print("never printed: the whole file is read first")
x = 0o78

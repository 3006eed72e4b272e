# A syntax error: several exception types without parentheses.
# record: stderr
print("never printed: the whole file is read first")
try:
    pass
except ValueError, KeyError:
    pass

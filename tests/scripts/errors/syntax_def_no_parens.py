# A syntax error: a def without parentheses.
# record: stderr
print("never printed: the whole file is read first")
def f:
    pass

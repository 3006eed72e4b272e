# A syntax error: two starred parameters.
# record: stderr
print("never printed: the whole file is read first")
def f(*a, *b):
    pass

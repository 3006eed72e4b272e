# A syntax error: the same parameter twice.
# record: stderr
print("never printed: the whole file is read first")
def f(a, b, a):
    pass

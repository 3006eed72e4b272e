# A syntax error: a bare star with nothing after it.
# record: stderr
print("never printed: the whole file is read first")
def f(a, *):
    pass

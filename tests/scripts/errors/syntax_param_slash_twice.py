# A syntax error: two slashes among the parameters.
# record: stderr
print("never printed: the whole file is read first")
def f(a, /, b, /):
    pass

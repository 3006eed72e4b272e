# A syntax error: a parameter in parentheses.
# record: stderr
print("never printed: the whole file is read first")
def f(a, (b, c)):
    pass

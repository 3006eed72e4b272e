# A syntax error: a parameter after the double star.
# record: stderr
print("never printed: the whole file is read first")
def f(**kw, a):
    pass

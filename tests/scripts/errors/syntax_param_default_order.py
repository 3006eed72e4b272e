# A syntax error: a parameter without default after one with.
# record: stderr
print("never printed: the whole file is read first")
def f(a=1, b):
    pass

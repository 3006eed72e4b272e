# A syntax error: a parameter without default after one with.
# record: stderr
# python: 3.13
print("never printed: the whole file is read first")
def f(a=1, b):
    pass

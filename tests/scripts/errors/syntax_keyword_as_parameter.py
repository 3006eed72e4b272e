# A syntax error: a keyword as a parameter.
# record: stderr
print("never printed: the whole file is read first")
def f(if):
    pass

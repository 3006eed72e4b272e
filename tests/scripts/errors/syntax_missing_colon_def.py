# A syntax error: a def without its colon.
# record: stderr
print("never printed: the whole file is read first")
def f(a, b)
    return a + b

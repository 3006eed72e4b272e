# A syntax error: a function without a body.
# record: stderr
print("never printed: the whole file is read first")
def f():


x = 1

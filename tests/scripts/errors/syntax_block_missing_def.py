# A syntax error: a function without an indented body.
# record: stderr
# python: 3.13
print("never printed: the whole file is read first")
def f():
return 1

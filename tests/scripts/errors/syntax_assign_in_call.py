# A syntax error: = with an expression on its left, in a call.
# record: stderr
print("never printed: the whole file is read first")
def f(**k):
    pass


f(a.b=1)

# A syntax error: assignment to a call.
# record: stderr
print("never printed: the whole file is read first")
def f():
    pass


f() = 1

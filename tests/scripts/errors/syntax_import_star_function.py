# A syntax error: import * in a function.
# record: stderr
print("never printed: the whole file is read first")
def f():
    from math import *

# A syntax error: global of a parameter.
# record: stderr
print("never printed: the whole file is read first")
def f(x):
    global x

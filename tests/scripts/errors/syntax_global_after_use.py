# A syntax error: global after the name was used.
# record: stderr
print("never printed: the whole file is read first")
def f():
    x = 1
    global x

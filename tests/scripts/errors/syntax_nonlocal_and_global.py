# A syntax error: a name that is both nonlocal and global.
# record: stderr
print("never printed: the whole file is read first")
def f():
    x = 1

    def g():
        global x
        nonlocal x

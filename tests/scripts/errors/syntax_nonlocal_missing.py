# A syntax error: nonlocal without a binding.
# record: stderr
print("never printed: the whole file is read first")
def f():
    def g():
        nonlocal x
        x = 1

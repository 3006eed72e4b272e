# A syntax error: async with in a plain function.
# record: stderr
print("never printed: the whole file is read first")
def f(x):
    async with x:
        pass

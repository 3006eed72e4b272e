# A syntax error: async for in a plain function.
# record: stderr
print("never printed: the whole file is read first")
def f(x):
    async for i in x:
        pass

# A syntax error: await in a plain function.
# record: stderr
print("never printed: the whole file is read first")
def f(x):
    return await x

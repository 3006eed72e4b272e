# A syntax error: an asynchronous comprehension in a plain function.
# record: stderr
print("never printed: the whole file is read first")
def f(x):
    return [i async for i in x]

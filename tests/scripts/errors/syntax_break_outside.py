# A syntax error: break outside a loop.
# record: stderr
print("never printed: the whole file is read first")
def f():
    if True:
        break

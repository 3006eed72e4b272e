# A traceback from an exception thrown into a generator.
# record: stderr
def worker():
    while True:
        try:
            yield
        except KeyError:
            print("KeyError handled")


w = worker()
next(w)
w.throw(KeyError("fine"))
w.throw(OSError("not handled"))

# StopIteration inside a generator becomes a RuntimeError with its cause.
# record: stderr
def first_of(it):
    yield next(it)


for x in first_of(iter([5])):
    print(x)
list(first_of(iter([])))

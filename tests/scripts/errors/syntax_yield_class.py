# A syntax error: yield in a class body.
# record: stderr
print("never printed: the whole file is read first")
class A:
    yield 1

# A syntax error: walrus with an attribute.
# record: stderr
print("never printed: the whole file is read first")
class A:
    pass


if (A.x := 1):
    pass

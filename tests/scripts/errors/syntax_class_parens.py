# A syntax error: a class with an unclosed base list.
# record: stderr
print("never printed: the whole file is read first")
class A(object:
    pass

# A syntax error: a class without its colon.
# record: stderr
print("never printed: the whole file is read first")
class A
    pass

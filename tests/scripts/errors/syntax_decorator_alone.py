# A syntax error: a decorator with nothing to decorate.
# record: stderr
print("never printed: the whole file is read first")
@staticmethod
x = 1

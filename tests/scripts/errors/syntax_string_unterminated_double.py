# A syntax error: a double-quoted string without its end.
# record: stderr
print("never printed: the whole file is read first")
def f():
    return "it's + 'x'

# A syntax error: a slash with nothing before it.
# record: stderr
print("never printed: the whole file is read first")
def f(/, a):
    pass

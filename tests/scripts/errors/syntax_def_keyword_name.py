# A syntax error: a keyword as a function's name.
# record: stderr
print("never printed: the whole file is read first")
def class():
    pass

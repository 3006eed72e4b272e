# A syntax error: a with whose target is a call.
# record: stderr
print("never printed: the whole file is read first")
with open as f():
    pass

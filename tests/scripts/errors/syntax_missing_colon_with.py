# A syntax error: a with without its colon.
# record: stderr
print("never printed: the whole file is read first")
with open as f
    pass

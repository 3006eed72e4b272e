# A syntax error: a bare except that is not the last.
# record: stderr
print("never printed: the whole file is read first")
try:
    pass
except:
    pass
except ValueError:
    pass

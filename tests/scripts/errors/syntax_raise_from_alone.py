# A syntax error: raise from without an exception.
# record: stderr
print("never printed: the whole file is read first")
raise from ValueError()

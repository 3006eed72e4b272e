# A syntax error: walrus as a statement.
# record: stderr
print("never printed: the whole file is read first")
x := 5

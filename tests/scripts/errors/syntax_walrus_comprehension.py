# A syntax error: walrus that rebinds the comprehension's variable.
# record: stderr
print("never printed: the whole file is read first")
print([i := 0 for i in range(3)])

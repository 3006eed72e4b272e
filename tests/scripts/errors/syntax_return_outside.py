# A syntax error: return outside a function.
# record: stderr
print("never printed: the whole file is read first")
x = 1
return x

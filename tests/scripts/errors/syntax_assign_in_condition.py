# A syntax error: = where == was meant.
# record: stderr
print("never printed: the whole file is read first")
x = 1
if x = 1:
    print(x)

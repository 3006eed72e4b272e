# A syntax error: a for without in.
# record: stderr
print("never printed: the whole file is read first")
for i of [1, 2]:
    print(i)

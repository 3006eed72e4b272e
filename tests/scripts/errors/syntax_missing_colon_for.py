# A syntax error: a for without its colon.
# record: stderr
print("never printed: the whole file is read first")
for i in range(3)
    print(i)

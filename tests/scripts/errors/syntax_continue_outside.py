# A syntax error: continue outside a loop.
# record: stderr
print("never printed: the whole file is read first")
for i in range(3):
    def f():
        continue

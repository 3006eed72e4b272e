# A syntax error: a while without its colon.
# record: stderr
print("never printed: the whole file is read first")
while True
    break

# A syntax error: a bracket that is never closed.
# record: stderr
print("never printed: the whole file is read first")
values = [1, 2,
    3
for v in values:
    print(v)

# A syntax error: assignment to an f-string.
# record: stderr
print("never printed: the whole file is read first")
x = 1
f'{x}' = 2

# A syntax error: a try without except or finally.
# record: stderr
print("never printed: the whole file is read first")
try:
    x = 1
y = 2

# A syntax error: a parenthesis that is never closed.
# record: stderr
print("never printed: the whole file is read first")
x = (1 + 2
y = 3
print(x, y)

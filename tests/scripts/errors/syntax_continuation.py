# A syntax error: something after a line continuation.
# record: stderr
print("never printed: the whole file is read first")
x = 1 + \ 2

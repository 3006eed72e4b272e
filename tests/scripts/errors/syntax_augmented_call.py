# A syntax error: augmented assignment to a call.
# record: stderr
print("never printed: the whole file is read first")
len('x') += 1

# A syntax error: <> for not equal.
# record: stderr
print("never printed: the whole file is read first")
print(1 <> 2)

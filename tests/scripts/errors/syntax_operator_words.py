# A syntax error: words in a row.
# record: stderr
print("never printed: the whole file is read first")
x equals 5

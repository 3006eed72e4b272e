# A syntax error: a character that means nothing.
# record: stderr
print("never printed: the whole file is read first")
price = $5

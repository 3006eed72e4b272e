# A syntax error: a typographic quote.
# record: stderr
print("never printed: the whole file is read first")
print(“hello”)

# A syntax error: a triple-quoted string without its end.
# record: stderr
print("never printed: the whole file is read first")
text = """one
two
three

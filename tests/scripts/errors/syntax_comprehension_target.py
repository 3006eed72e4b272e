# A syntax error: a comprehension's tuple without parentheses.
# record: stderr
print("never printed: the whole file is read first")
x = [a, b for a, b in []]

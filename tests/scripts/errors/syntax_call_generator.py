# A syntax error: a generator expression that needs parentheses.
# record: stderr
print("never printed: the whole file is read first")
print(sum(x for x in range(3), 5))

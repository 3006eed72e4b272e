# A syntax error: a comma forgotten in a list.
# record: stderr
print("never printed: the whole file is read first")
names = ['Ann' 5, 'Bob']

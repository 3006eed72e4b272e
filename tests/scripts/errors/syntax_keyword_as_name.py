# A syntax error: a keyword as a variable.
# record: stderr
print("never printed: the whole file is read first")
class = 5

# A syntax error: a positional argument after **.
# record: stderr
print("never printed: the whole file is read first")
print(**{}, 'a')

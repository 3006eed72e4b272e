# A syntax error: a call that is never closed, at the end of the file.
# record: stderr
print("never printed: the whole file is read first")
print('a'

# A syntax error: print without parentheses.
# record: stderr
print("never printed: the whole file is read first")
print 'hello'

# A syntax error: a try without its colon.
# record: stderr
print("never printed: the whole file is read first")
try
    pass
finally:
    pass

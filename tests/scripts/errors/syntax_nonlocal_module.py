# A syntax error: nonlocal at module level.
# record: stderr
print("never printed: the whole file is read first")
nonlocal x

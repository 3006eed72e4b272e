# A syntax error: a single closing brace.
# record: stderr
print("never printed: the whole file is read first")
x = f'a}b'

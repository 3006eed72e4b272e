# A syntax error: a single closing brace.
# record: stderr
# bide-only: CPython 3.11 marks another place (3.13 this one)
print("never printed: the whole file is read first")
x = f'a}b'

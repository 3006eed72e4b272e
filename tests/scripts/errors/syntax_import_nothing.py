# A syntax error: an import of nothing.
# record: stderr
# python: 3.13
print("never printed: the whole file is read first")
import

# A syntax error: an import of nothing.
# record: stderr
print("never printed: the whole file is read first")
import

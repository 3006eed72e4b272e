# A syntax error: a trailing comma in an import.
# record: stderr
print("never printed: the whole file is read first")
from math import sin,

# A syntax error: from without names to import.
# record: stderr
# python: 3.13
print("never printed: the whole file is read first")
from math import

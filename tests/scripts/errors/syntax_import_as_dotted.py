# A syntax error: import as with a dotted name.
# record: stderr
print("never printed: the whole file is read first")
import math as m.n

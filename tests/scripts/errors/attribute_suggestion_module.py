# Did you mean: for a name in a module.
# record: stderr
import math

print(math.floor(2.5))
print(math.flor(2.5))

# An uncaught exception at module level, after output on both streams.
# record: stderr
import sys

print("before")
print("on stderr", file=sys.stderr)
values = [1, 2, 3]
print(values[3])

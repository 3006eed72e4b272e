"""A file beside the script comes before the library, one in a folder that is appended after it."""
import os
import sys

import statistics

print(statistics.__name__, statistics.mean([1, 2]))
print(os.path.basename(statistics.__file__))

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "_appended"))
import heapq

print(hasattr(heapq, "heappush"), hasattr(heapq, "appended"))
del sys.modules["heapq"]
sys.path.insert(0, sys.path.pop())
import heapq

print(hasattr(heapq, "heappush"), hasattr(heapq, "appended"))
import time

print(hasattr(time, "sleep"), hasattr(time, "appended"))
import only_here.part

print(only_here.part.name, only_here.__name__)
try:
    import only_here.heapq
except ModuleNotFoundError as error:
    print(error, error.name)

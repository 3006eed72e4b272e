# Lengths and repetitions of deques that do not fit in a word.
from collections import deque
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__+':', e)
show(lambda: deque([1]) * 10**30)
show(lambda: deque([], 10**30))
show(lambda: deque([1]) * -10**9)
show(lambda: deque([1, 2], 2**62).maxlen)

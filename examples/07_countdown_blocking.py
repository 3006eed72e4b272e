# bide: --virtual-time
"""Three countdowns one after the other, with `time.sleep`: while one sleeps, nobody else can run.

Look at the times on the left: the delays add up, to 6.9 seconds. The next lesson does the same work in 3.
"""
import time

START = time.perf_counter()


def countdown(name, delay):
    indent = (ord(name) - ord("A")) * "\t"
    n = 3
    while n:
        time.sleep(delay)
        print('%.4f \t%s%s = %i' % (time.perf_counter() - START, indent, name, n))
        n -= 1


for name, delay in [("A", 1), ("B", 0.8), ("C", 0.5)]:
    countdown(name, delay)
print("%.4f \tfinished" % (time.perf_counter() - START))

"""A generator runs only when it is asked for a value.

Look at where the two kinds of lines interleave: `next` runs the body up to the next `yield` and no further.
When the body ends, `next` raises StopIteration, and what the body returned travels in it.
"""


def countdown(n):
    print("  body: starting")
    while n > 0:
        print("  body: about to yield", n)
        yield n
        n -= 1
    print("  body: done")
    return "lift-off"


gen = countdown(3)
print("made", type(gen).__name__, "- nothing has run yet")
print("got", next(gen))
print("got", next(gen))
print("got", next(gen))
try:
    next(gen)
except StopIteration as stop:
    print("StopIteration, value =", stop.value)

print("a for loop does all of this for you:")
for value in countdown(2):
    print("got", value)

"""`yield` is a two-way street: `x = yield y` hands y out and waits for an x to be sent in.

Look at who waits for whom: the first `next` runs to the first `yield`; each `send` makes that yield return the
value sent, and comes back with the next value that is yielded.
"""


def running_average():
    total = 0
    count = 0
    average = None
    while True:
        x = yield average
        if x is None:
            return count
        total += x
        count += 1
        average = total / count


gen = running_average()
print("first next gives", next(gen))
for number in (10, 20, 60):
    print("send", number, "-> average", gen.send(number))
try:
    gen.send(None)
except StopIteration as stop:
    print("returned: averaged", stop.value, "numbers")

try:
    running_average().send(5)
except TypeError as error:
    print("TypeError:", error)

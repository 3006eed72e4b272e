"""Three generators chained by `yield from`: the outer two are only a pipe.

Look at the values: what `bottom` yields comes straight out of `top`, what is sent to `top` arrives in `bottom`,
and what each one returns is the value of the `yield from` that waited for it.
"""


def bottom():
    heard = []
    for word in ("one", "two", "three"):
        heard.append((yield word))
    print("    bottom heard", heard)
    return len(heard)


def middle():
    count = yield from bottom()
    print("  middle: bottom returned", count)
    count += yield from bottom()
    print("  middle: both together returned", count)
    return count * 100


def top():
    result = yield from middle()
    print("top: middle returned", result)
    return "done with %d" % result


chain = top()
value = next(chain)
try:
    while True:
        answer = value.upper()
        print("yielded", value, "- sending", answer)
        value = chain.send(answer)
except StopIteration as stop:
    print("the chain returned:", stop.value)

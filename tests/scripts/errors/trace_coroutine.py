# A traceback through coroutines driven by hand.
# record: stderr
class Ready:
    def __await__(self):
        return (yield "ready")


async def leaf(x):
    await Ready()
    return 1 / x


async def root(x):
    value = await leaf(x)
    return value


def drive(coro):
    while True:
        try:
            print(coro.send(None))
        except StopIteration as e:
            return e.value


print(drive(root(2)))
drive(root(0))

# Futures and tasks take attributes of a script's own, and show a few of theirs
import asyncio


def attempt(f, *args):
    try:
        print("ok", f(*args))
    except AttributeError as e:
        print(type(e).__name__, e)


class Counted(asyncio.Future):
    made = 0

    def __init__(self, *, loop=None):
        super().__init__(loop=loop)
        Counted.made += 1
        self.number = Counted.made


async def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    attempt(lambda: f.x)
    f.x = 1
    f.others = [f]
    print(f.x, f.others[0] is f, hasattr(f, "__dict__"))
    attempt(delattr, f, "x")
    attempt(lambda: f.x)
    attempt(delattr, f, "x")
    for i in range(40):
        setattr(f, f"a{i}", i)
    print(sum(getattr(f, f"a{i}") for i in range(40)))
    t = asyncio.current_task()
    t.color = "red"
    print(t.color, asyncio.current_task().color)
    attempt(setattr, f, "_state", 3)
    many = [loop.create_future() for _ in range(100)]
    for i, one in enumerate(many):
        one.index = i
    del many[::2]
    print(sum(one.index for one in many))
    gathering = asyncio.gather(nothing(), nothing())
    gathering.name = "pair"
    print(gathering.name, await gathering, gathering.name)

    for name in "_state", "_result", "_exception", "_cancel_message", "_log_traceback", "_asyncio_future_blocking":
        print(name, getattr(f, name), getattr(t, name))
    print(f._loop is loop, t._loop is loop, t._coro is t.get_coro(), t._must_cancel, t._fut_waiter)
    f.set_result([1])
    g = loop.create_future()
    g.set_exception(ValueError("v"))
    print(f._state, f._result, f._exception, g._state, g._result, repr(g._exception), g._log_traceback)
    g.exception()
    print(g._log_traceback)
    try:
        g._log_traceback = True
    except ValueError as e:
        print(e)
    h = loop.create_future()
    h.cancel("msg")
    print(h._state, h._cancel_message, h._result)
    c = Counted(loop=loop)
    print(c.number, Counted().number, c)
    c.set_result(3)
    print(await c, c)
    print(asyncio.Future[int], asyncio.Task[int], asyncio.Future, asyncio.Task)


asyncio.run(main())

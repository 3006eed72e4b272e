# The classes of loops.
import asyncio

loop = asyncio.new_event_loop()
print([cls.__module__ + "." + cls.__qualname__ for cls in type(loop).__mro__])
print(type(loop) is asyncio.SelectorEventLoop, isinstance(loop, asyncio.BaseEventLoop))
print(isinstance(loop, asyncio.AbstractEventLoop))
print(loop)
abstract = asyncio.AbstractEventLoop()
for name in ("run_forever", "stop", "time", "create_future", "get_debug", "is_closed"):
    try:
        getattr(abstract, name)()
    except NotImplementedError as error:
        print(name, "NotImplementedError", error)
loop.close()


class Counting(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.calls = 0

    def call_soon(self, callback, *args, context=None):
        self.calls += 1
        return super().call_soon(callback, *args, context=context)

    def time(self):
        return super().time()


async def main():
    loop = asyncio.get_running_loop()
    print(type(loop).__name__, loop.calls > 0 or "task steps need no call_soon()")
    before = loop.calls
    loop.call_soon(print, "called")
    print(loop.calls - before)
    await asyncio.sleep(0)


loop = Counting()
loop.calls += 1
loop.run_until_complete(main())
loop.close()
with asyncio.Runner(loop_factory=Counting) as runner:
    print(type(runner.get_loop()).__name__)

# The states of generators and coroutines, and their variables.
import asyncio
import inspect


def generator():
    print("inside", inspect.getgeneratorstate(me))
    x = 1
    y = yield x
    print("again", y)


me = generator()
print(inspect.getgeneratorstate(me), inspect.getgeneratorlocals(me))
next(me)
print(inspect.getgeneratorstate(me), inspect.getgeneratorlocals(me))
try:
    me.send(2)
except StopIteration:
    print(inspect.getgeneratorstate(me), inspect.getgeneratorlocals(me))


async def work(n):
    print("inside", inspect.getcoroutinestate(coro))
    await asyncio.sleep(0)
    m = n + 1
    await asyncio.sleep(0)


async def main():
    global coro
    coro = work(3)
    print(inspect.getcoroutinestate(coro), inspect.getcoroutinelocals(coro))
    task = asyncio.create_task(coro)
    for i in range(4):
        await asyncio.sleep(0)
        print(inspect.getcoroutinestate(coro), inspect.getcoroutinelocals(coro))
    unused = work(1)
    unused.close()
    print(inspect.getcoroutinestate(unused))


asyncio.run(main())
for bad in inspect.getgeneratorlocals, inspect.getgeneratorstate:
    try:
        bad(3)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)

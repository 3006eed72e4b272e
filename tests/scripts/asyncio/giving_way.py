# await asyncio.sleep(0) makes no coroutine of its own until somebody looks for it.
import asyncio


async def give_way(times):
    for _ in range(times):
        await asyncio.sleep(0)
    return times


async def handles():
    try:
        raise ValueError("first")
    except ValueError:
        try:
            await asyncio.sleep(0)
        except KeyError as error:
            print("thrown in:", repr(error), "during", repr(error.__context__))
        print(await asyncio.sleep(0), "comes of it")


def by_hand():
    coroutine = give_way(2)
    print(coroutine.send(None), coroutine.cr_await.__name__, coroutine.cr_suspended)
    print(coroutine.cr_await is coroutine.cr_await)
    print(coroutine.send("ignored"))
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print("returned", stop.value, coroutine.cr_await)
    coroutine = handles()
    coroutine.send(None)
    coroutine.throw(KeyError("second"))
    try:
        coroutine.send(None)
    except StopIteration:
        print("ended")
    coroutine = give_way(1)
    coroutine.send(None)
    coroutine.close()
    print(coroutine.cr_suspended)
    inner = give_way(3)
    inner.send(None)
    sleeper = inner.cr_await
    try:
        sleeper.send(None)
    except StopIteration as stop:
        print("the sleeper returned", stop.value)
    try:
        inner.send(None)
    except RuntimeError as error:
        print("RuntimeError:", error)


async def main():
    tasks = [asyncio.create_task(give_way(3)) for _ in range(3)]
    await asyncio.sleep(0)
    sleepers = [task.get_coro().cr_await for task in tasks]
    print([sleeper.__qualname__ for sleeper in sleepers], len(set(map(id, sleepers))))
    tasks[1].cancel("enough")
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(await asyncio.sleep(0, "a result"), await asyncio.sleep(delay=0), await asyncio.sleep(False))
    later = asyncio.sleep(0)
    print(asyncio.iscoroutine(later), await later)


by_hand()
asyncio.run(main())

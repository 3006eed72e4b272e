# bide: --virtual-time
"""as_completed() hands out awaitables in the order in which the jobs end."""
import asyncio


async def job(name, seconds):
    await asyncio.sleep(seconds)
    if name.isupper():
        raise ValueError(name)
    return name


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(job(name, seconds)) for name, seconds in (("a", 3), ("b", 1), ("c", 2), ("d", 2))]
    for awaitable in asyncio.as_completed(tasks):
        print(await awaitable, loop.time())
    for awaitable in asyncio.as_completed([job("e", 2), job("F", 1), job("g", 3)]):
        try:
            print(await awaitable, loop.time())
        except ValueError as error:
            print("failed", error, loop.time())
    for awaitable in asyncio.as_completed([]):
        print("never")
    same = asyncio.create_task(job("same", 1))
    print(len(list(asyncio.as_completed([same, same, same]))))
    await same
    done = [asyncio.create_task(job("x", 0))]
    await asyncio.wait(done)
    for awaitable in asyncio.as_completed(done):
        print("finished before", await awaitable)
    awaitables = list(asyncio.as_completed([job("p", 2), job("q", 1)]))
    print([await awaitable for awaitable in awaitables])
    print(await asyncio.gather(*asyncio.as_completed([job("r", 2), job("s", 1)])))


asyncio.run(main())

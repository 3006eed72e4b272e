# bide: --virtual-time
"""sleep(0) gives one turn; a longer sleep waits; the result is handed through."""
import asyncio


async def clock():
    return asyncio.get_running_loop().time()


async def main():
    start = await clock()
    print(await asyncio.sleep(0))
    print(await asyncio.sleep(0, "zero"))
    print(await asyncio.sleep(-5, "negative"))
    print(await clock() - start)
    print(await asyncio.sleep(1.5, result=[1, 2]))
    print(await clock() - start)
    await asyncio.sleep(0.25)
    print(await clock() - start)
    for bad in ("1", None, [1]):
        try:
            await asyncio.sleep(bad)
        except TypeError as error:
            print("TypeError", error)


asyncio.run(main())

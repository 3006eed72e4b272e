# bide: --virtual-time
"""With return_exceptions an exception is a result like any other, a cancellation too."""
import asyncio


async def fail(error, delay=0):
    await asyncio.sleep(delay)
    raise error


async def work(x, delay=0):
    await asyncio.sleep(delay)
    return x


async def main():
    print(await asyncio.gather(work(1), fail(ValueError("no")), work(3), return_exceptions=True))
    sleeper = asyncio.create_task(work("never", 100))
    asyncio.get_running_loop().call_later(1, sleeper.cancel)
    results = await asyncio.gather(work(1, 2), sleeper, fail(KeyError("k"), 0.5), return_exceptions=True)
    for result in results:
        print(type(result).__name__, repr(result))
    print(sleeper.cancelled())
    print(await asyncio.gather(return_exceptions=True))
    try:
        await asyncio.gather(work(1), fail(RuntimeError("out")), return_exceptions=False)
    except RuntimeError as error:
        print("raised", error)


asyncio.run(main())

# bide: --virtual-time
"""The cancellation unwinds through every await from the innermost outwards; the middle may turn it into a result."""
import asyncio


async def level(n, catch):
    try:
        if n == 0:
            await asyncio.sleep(10)
        else:
            value = await level(n - 1, catch)
            print("level", n, "got", value)
            return value
    except asyncio.CancelledError:
        print("level", n, "sees it")
        if n == catch:
            return "rescued by %d" % n
        raise
    finally:
        print("level", n, "leaves")


async def main():
    for catch in (None, 2, 0):
        task = asyncio.create_task(level(4, catch))
        await asyncio.sleep(1)
        task.cancel()
        try:
            print("result", await task)
        except asyncio.CancelledError:
            print("cancelled")
        print()


asyncio.run(main())

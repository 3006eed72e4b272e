# bide-only: shows what `bide trace` prints
# bide: --virtual-time trace
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    first = asyncio.create_task(work("a", 0.8), name="first")
    second = asyncio.create_task(work("b", 0.5))
    print(await second)
    first.cancel()
    try:
        await first
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())

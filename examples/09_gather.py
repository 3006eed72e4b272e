# bide: --virtual-time
"""`gather` runs several coroutines together and waits for all of them.

Look at the order: three times One, and a second later three times Two. The results come back as a list, in the
order in which the coroutines were given, whichever was the first to finish.
"""
import asyncio
import time


async def count(name, delay):
    print("One  ", name)
    await asyncio.sleep(delay)
    print("Two  ", name)
    return name.upper()


async def main():
    start = time.perf_counter()
    await asyncio.gather(count("a", 1), count("b", 1), count("c", 1))
    print("took %.2f seconds" % (time.perf_counter() - start))

    results = await asyncio.gather(count("slow", 3), count("quick", 1), count("middling", 2))
    print(results)
    print("took %.2f seconds" % (time.perf_counter() - start))


asyncio.run(main())

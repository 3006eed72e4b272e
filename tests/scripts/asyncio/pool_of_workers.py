# bide: --virtual-time
"""A pool in the classroom's manner: workers, a queue, results by job, errors kept apart."""
import asyncio


async def job(n):
    await asyncio.sleep(0.1 * n)
    if n % 4 == 3:
        raise ValueError("job %d failed" % n)
    return n * n


async def worker(name, queue, results):
    while not queue.empty():
        n = queue.get_nowait()
        try:
            results[n] = await job(n)
        except ValueError as error:
            results[n] = error
        print("%.1f %s did job %d" % (asyncio.get_running_loop().time(), name, n))


async def main():
    queue = asyncio.Queue()
    for n in range(10):
        queue.put_nowait(n)
    results = {}
    async with asyncio.Semaphore(1):
        await asyncio.gather(*[worker("w%d" % i, queue, results) for i in range(3)])
    for n in sorted(results):
        print(n, repr(results[n]))


asyncio.run(main())

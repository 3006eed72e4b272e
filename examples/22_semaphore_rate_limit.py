# bide: --virtual-time
"""A semaphore lets so many in at a time: three requests at once, or five in every two seconds.

The first half limits how many run at the same time. The second half limits how many begin in a span of time: whoever
got in gives the place back only when the span is over, however quick the request was.
"""
import asyncio
import time

START = time.perf_counter()


def log(*words):
    print("%4.1f " % (time.perf_counter() - START), *words)


async def request(n, seconds):
    log("request", n, "begins")
    await asyncio.sleep(seconds)
    return n


async def limited(semaphore, n, seconds):
    async with semaphore:
        return await request(n, seconds)


class RateLimit:
    def __init__(self, count, seconds):
        self.semaphore = asyncio.Semaphore(count)
        self.seconds = seconds

    async def __aenter__(self):
        await self.semaphore.acquire()
        asyncio.get_running_loop().call_later(self.seconds, self.semaphore.release)

    async def __aexit__(self, *error):
        pass


async def rated(limit, n):
    async with limit:
        return await request(n, 0.1)


async def main():
    log("three at a time, of 1, 2 or 3 seconds each")
    semaphore = asyncio.Semaphore(3)
    log(await asyncio.gather(*(limited(semaphore, n, 1 + n % 3) for n in range(7))))

    log("five in every two seconds")
    limit = RateLimit(5, 2)
    log(await asyncio.gather(*(rated(limit, n) for n in range(12))))


asyncio.run(main())

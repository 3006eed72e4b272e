"""Plain generators inside coroutines, and coroutines made by a generator."""
import asyncio


def jobs(n):
    try:
        for i in range(n):
            yield work(i)
    finally:
        print("no more jobs")


async def work(i):
    print("work", i)
    await asyncio.sleep(0)
    return i * i


def batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


async def main():
    for batch in batches(jobs(5), 2):
        print(await asyncio.gather(*batch))
    total = 0
    for job in jobs(3):
        total += await job
    print(total)
    results = [await job for job in jobs(2)]
    print(results)
    print(sum(x for x in [await job for job in jobs(3)]))


asyncio.run(main())

# bide: --virtual-time
"""A queue between those who make work and those who do it.

Look at `put`: the queue holds two things only, so the producer has to wait when the consumers are slow. `join`
waits until every thing taken out has been reported as done; then the consumers, who would wait for ever, are
cancelled.
"""
import asyncio
import time

START = time.perf_counter()


def log(*words):
    print("%4.1f " % (time.perf_counter() - START), *words)


async def producer(queue):
    for i in range(6):
        await queue.put("thing %d" % i)
        log("producer: put thing", i, "- in the queue now:", queue.qsize())
    log("producer: finished")


async def consumer(name, queue, seconds):
    while True:
        thing = await queue.get()
        log(name, "has", thing)
        await asyncio.sleep(seconds)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    consumers = [asyncio.create_task(consumer("Ann", queue, 1.0)), asyncio.create_task(consumer("Bob", queue, 1.5))]
    await producer(queue)
    await queue.join()
    log("everything is done")
    for task in consumers:
        task.cancel()
    print(await asyncio.gather(*consumers, return_exceptions=True))


asyncio.run(main())

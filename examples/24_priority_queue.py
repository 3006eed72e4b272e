# bide: --virtual-time
"""A PriorityQueue hands out the smallest entry first, whenever it came.

An entry is a tuple of the priority, a running number and the patient: tuples are compared from left to right, and the
number keeps those of equal priority in order of coming (and keeps Python from comparing patients). Look at Eve: she
comes last and is next, but nobody who is being treated is sent away for her.
"""
import asyncio
import itertools
import time

START = time.perf_counter()


def log(*words):
    print("%4.1f " % (time.perf_counter() - START), *words)


async def doctor(queue):
    while True:
        priority, number, name = await queue.get()
        log("the doctor sees", name, "- priority", priority, "- still waiting:", queue.qsize())
        await asyncio.sleep(2)
        queue.task_done()


async def main():
    queue = asyncio.PriorityQueue()
    numbers = itertools.count(1)
    working = asyncio.create_task(doctor(queue))
    for pause, name, priority in ((0, "Ann (a cough)", 5), (0.5, "Bob (a cut)", 3), (0.5, "Cid (a cough)", 5),
                                  (0.5, "Dan (a cut)", 3), (1, "Eve (a heart attack)", 1)):
        await asyncio.sleep(pause)
        queue.put_nowait((priority, next(numbers), name))
        log(name, "comes in")
    await queue.join()
    log("the waiting room is empty")
    working.cancel()


asyncio.run(main())

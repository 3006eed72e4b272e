# bide: --virtual-time
"""wait() takes tasks, futures, what gather() and shield() return, and several waits may share a task."""
import asyncio


async def job(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "done")
    return name


async def waiting(name, tasks):
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(name, "sees", len(done), "of", len(done) + len(pending))


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(2, future.set_result, "future")
    task = asyncio.create_task(job("task", 1))
    group = asyncio.gather(job("a", 1), job("b", 3))
    shielded = asyncio.shield(job("shielded", 4))
    waiters = [asyncio.create_task(waiting("first", {future, task})),
               asyncio.create_task(waiting("second", [task, group])),
               asyncio.create_task(waiting("third", (shielded, group, future, future)))]
    await asyncio.wait(waiters)
    done, pending = await asyncio.wait({future, task, group, shielded})
    print(len(done), len(pending), sorted(str(future.result()) for future in done))
    done, pending = await asyncio.wait(dict.fromkeys([task]))
    print(done == {task}, pending)
    rounds = 0
    pending = {asyncio.create_task(job(n, n)) for n in range(1, 4)}
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        rounds += 1
    print("rounds", rounds)


asyncio.run(main())

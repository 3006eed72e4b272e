# bide: --virtual-time
"""join() and task_done(): several that join, a queue that fills again, workers that fail."""
import asyncio


async def joiner(name, queue):
    await queue.join()
    print(name, "joined at", asyncio.get_running_loop().time(), queue.qsize())


async def worker(queue):
    while True:
        item = await queue.get()
        try:
            await asyncio.sleep(1)
            if item == "bad":
                raise ValueError(item)
            print("done", item)
        except ValueError as error:
            print("failed", error)
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    await joiner("nothing to do", queue)
    for item in ("a", "bad", "c"):
        queue.put_nowait(item)
    joiners = [asyncio.create_task(joiner(n, queue)) for n in range(2)]
    worker_task = asyncio.create_task(worker(queue))
    await asyncio.sleep(1.5)
    await queue.put("late")
    joiners.append(asyncio.create_task(joiner("late", queue)))
    await asyncio.wait(joiners)
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    worker_task.cancel()
    await asyncio.wait([worker_task])
    print(queue._unfinished_tasks, worker_task.cancelled())
    queue.put_nowait("never taken")
    joining = asyncio.create_task(joiner("never", queue))
    await asyncio.sleep(1)
    joining.cancel()
    await asyncio.wait([joining])
    print(joining.cancelled(), queue.get_nowait())
    queue.task_done()
    await joiner("at last", queue)
    # Full again between the last task_done() and the step of who joins.
    queue.put_nowait(1)
    joining = asyncio.create_task(joiner("in between", queue))
    await asyncio.sleep(0)
    queue.get_nowait()
    queue.task_done()
    queue.put_nowait(2)
    await asyncio.wait([joining])


asyncio.run(main())

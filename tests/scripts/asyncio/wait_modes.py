# bide: --virtual-time
"""The three modes of asyncio.wait(), and its timeout."""
import asyncio


async def job(name, seconds, error=None):
    await asyncio.sleep(seconds)
    if error:
        raise error
    return name


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def show(what, *jobs, **options):
    loop = asyncio.get_running_loop()
    start = loop.time()
    tasks = [asyncio.create_task(job(*args), name=args[0]) for args in jobs]
    done, pending = await asyncio.wait(tasks, **options)
    print(what, "after", loop.time() - start, "done", names(done), "pending", names(pending))
    for task in pending:
        task.cancel()
    if pending:
        await asyncio.wait(pending)
    for task in done:
        task.exception()


async def main():
    await show("all", ("a", 3), ("b", 1), ("c", 2))
    await show("first", ("a", 3), ("b", 1), ("c", 1), return_when=asyncio.FIRST_COMPLETED)
    await show("first, an error", ("a", 3), ("b", 1, KeyError()), return_when="FIRST_COMPLETED")
    await show("exception", ("a", 1), ("b", 2, KeyError()), ("c", 3), return_when=asyncio.FIRST_EXCEPTION)
    await show("no exception", ("a", 1), ("b", 2), return_when=asyncio.FIRST_EXCEPTION)
    await show("timeout", ("a", 1), ("b", 5), ("c", 2), timeout=2)
    await show("timeout first", ("a", 3), ("b", 5), return_when=asyncio.FIRST_COMPLETED, timeout=2.5)
    await show("timeout zero", ("a", 0), ("b", 5), timeout=0)
    await show("negative timeout", ("a", 0), timeout=-1)
    await show("long timeout", ("a", 1), timeout=100)
    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)


asyncio.run(main())

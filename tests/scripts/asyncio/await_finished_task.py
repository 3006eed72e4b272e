"""How many passes it takes: awaiting something done takes none, a task that returns at once takes one."""
import asyncio


async def metronome(log):
    n = 0
    while True:
        log.append(n)
        n += 1
        await asyncio.sleep(0)


async def quick():
    return "quick"


async def measure(name, log, awaitable):
    before = len(log)
    result = await awaitable
    print("%-20s %-10s passes: %d" % (name, result, len(log) - before))


async def main():
    log = []
    beat = asyncio.create_task(metronome(log))
    await asyncio.sleep(0)
    loop = asyncio.get_running_loop()
    done = asyncio.create_task(quick())
    await done
    ready = loop.create_future()
    ready.set_result("ready")
    await measure("coroutine", log, quick())
    await measure("task", log, asyncio.create_task(quick()))
    await measure("finished task", log, done)
    await measure("ready future", log, ready)
    await measure("sleep(0)", log, asyncio.sleep(0))
    await measure("gather of none", log, asyncio.gather())
    await measure("gather of one", log, asyncio.gather(quick()))
    event = asyncio.Event()
    event.set()
    await measure("set event", log, event.wait())
    lock = asyncio.Lock()
    await measure("free lock", log, lock.acquire())
    queue = asyncio.Queue()
    await measure("put", log, queue.put(1))
    await measure("get", log, queue.get())
    await measure("wait_for, no limit", log, asyncio.wait_for(quick(), None))
    future = loop.create_future()
    loop.call_soon(future.set_result, "soon")
    await measure("future set soon", log, future)
    beat.cancel()


asyncio.run(main())

"""The order of everything: tasks, callbacks and futures woken in one pass."""
import asyncio


async def a(future):
    print("a1")
    await asyncio.sleep(0)
    print("a2")
    future.set_result("from a")
    print("a3")
    await asyncio.sleep(0)
    print("a4")


async def b(future):
    print("b1")
    print("b2", await future)
    await asyncio.sleep(0)
    print("b3")


async def c():
    loop = asyncio.get_running_loop()
    print("c1")
    loop.call_soon(print, "callback 1")
    await asyncio.sleep(0)
    print("c2")
    loop.call_soon(print, "callback 2")
    task = asyncio.create_task(d())
    await asyncio.sleep(0)
    print("c3", task.done())
    await task
    print("c4")


async def d():
    print("d1")
    await asyncio.sleep(0)
    print("d2")


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(x) for x in (a(future), b(future), c())]
    for task in tasks:
        task.add_done_callback(lambda t: print("done", t.get_name()))
    await asyncio.gather(*tasks)
    print("end")


asyncio.run(main())

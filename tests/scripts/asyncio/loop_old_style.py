# bide: --virtual-time
"""The style of older tutorials: set_event_loop, get_event_loop, ensure_future, run_until_complete."""
import asyncio


async def count(name, delay):
    for i in range(3):
        print(name, i)
        await asyncio.sleep(delay)
    return name


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
task = asyncio.ensure_future(count("a", 1))
print(type(task).__name__, asyncio.ensure_future(task) is task)
other = loop.create_task(count("b", 0.4))
loop.run_until_complete(task)
print(other.done(), other.result())


async def inside():
    print(asyncio.get_event_loop() is loop, asyncio.get_running_loop() is loop)
    return await asyncio.ensure_future(count("c", 0.1))


print(loop.run_until_complete(inside()))
loop.close()

# bide: --virtual-time
"""Many timers of one deadline: they run in the order in which they were made, all in one pass."""
import asyncio


async def sleeper(name):
    await asyncio.sleep(1)
    print(name, "wakes")


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(sleeper("t%d" % i)) for i in range(5)]
    for i in range(5):
        loop.call_later(1, print, "callback", i)
    await asyncio.sleep(0)
    loop.call_later(1, loop.call_soon, print, "soon from a timer")
    loop.call_later(1, print, "after it")
    await asyncio.sleep(1)
    print("main wakes")
    await asyncio.gather(*tasks)


asyncio.run(main())

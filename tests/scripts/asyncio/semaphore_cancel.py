# bide: --virtual-time
"""A waiter that is cancelled gives its place up; the others are still served in order."""
import asyncio


async def visit(name, gate):
    try:
        async with gate:
            print(name, "in")
            await asyncio.sleep(2)
        print(name, "out")
    except asyncio.CancelledError:
        print(name, "cancelled")


async def main():
    gate = asyncio.Semaphore(1)
    tasks = [asyncio.create_task(visit(name, gate)) for name in "abcde"]
    await asyncio.sleep(1)
    tasks[1].cancel()
    tasks[3].cancel()
    await asyncio.sleep(2)
    tasks[2].cancel()
    await asyncio.gather(*tasks)
    print(gate.locked(), asyncio.get_running_loop().time())


asyncio.run(main())

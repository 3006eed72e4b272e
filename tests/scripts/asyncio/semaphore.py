# bide: --virtual-time
"""A semaphore lets so many in at a time, in order; a bounded one counts."""
import asyncio


async def visit(name, gate, seconds):
    async with gate:
        print("%g %s in" % (asyncio.get_running_loop().time(), name))
        await asyncio.sleep(seconds)
    print("%g %s out" % (asyncio.get_running_loop().time(), name))


async def main():
    gate = asyncio.Semaphore(2)
    await asyncio.gather(*[visit(name, gate, seconds) for name, seconds in zip("abcdef", (3, 1, 1, 2, 1, 1))])
    print(gate.locked())
    await gate.acquire()
    await gate.acquire()
    print(gate.locked())
    gate.release()
    gate.release()
    gate.release()
    print(gate.locked())
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)


asyncio.run(main())

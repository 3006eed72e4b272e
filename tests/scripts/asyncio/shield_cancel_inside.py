# record: stderr
"""shield(): what becomes of the inner task is handed out, and reported where nobody is left to get it."""
import asyncio


async def inside(error=None):
    await asyncio.sleep(0)
    if error:
        raise error
    return "result"


async def show(future):
    try:
        print("->", await future)
    except BaseException as error:
        print("->", repr(error))


async def main():
    task = asyncio.create_task(inside())
    shielded = asyncio.shield(task)
    await asyncio.sleep(0)
    task.cancel("from inside")
    await show(shielded)
    print(shielded.cancelled(), task.cancelled())
    await show(asyncio.shield(inside(KeyError("k"))))
    await show(asyncio.shield(inside()))
    done = asyncio.create_task(inside())
    await done
    print(asyncio.shield(done) is done)
    await show(asyncio.shield(done))
    future = asyncio.get_running_loop().create_future()
    outer = [asyncio.shield(future) for _ in range(2)]
    outer[0].cancel()
    future.set_exception(ValueError("v"))
    await show(outer[0])
    await show(outer[1])
    lost = asyncio.shield(inside(OSError("nobody looks")))
    await asyncio.sleep(0)
    lost.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try:
        asyncio.shield(5)
    except TypeError as error:
        print(error)


asyncio.run(main())

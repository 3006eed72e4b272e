# bide: --virtual-time
"""A cancellation goes into the async generator in which the task waits; a timeout does as well."""
import asyncio


async def slow():
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("generator cancelled")
        raise
    finally:
        print("generator finally")


async def consume():
    async for i in slow():
        print("got", i)


async def main():
    task = asyncio.create_task(consume())
    await asyncio.sleep(2.5)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    try:
        await asyncio.wait_for(consume(), 1.5)
    except TimeoutError:
        print("timeout")


asyncio.run(main())

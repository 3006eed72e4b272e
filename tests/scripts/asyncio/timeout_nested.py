# bide: --virtual-time
"""Timeouts in timeouts: the one that is up first raises, in its own block."""
import asyncio


async def nested(outer, inner, seconds):
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(outer) as first:
            try:
                async with asyncio.timeout(inner) as second:
                    await asyncio.sleep(seconds)
                print("in time")
            except TimeoutError:
                print("inner up after", loop.time() - start)
                await asyncio.sleep(1)
                print("went on")
    except TimeoutError:
        print("outer up after", loop.time() - start)
    print(first.expired(), second.expired(), asyncio.current_task().cancelling())


async def cleanup_takes_long():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(2):
            try:
                async with asyncio.timeout(1):
                    try:
                        await asyncio.sleep(5)
                    finally:
                        await asyncio.sleep(3)
                        print("never")
            except TimeoutError:
                print("inner", loop.time())
    except TimeoutError as error:
        print("outer", loop.time(), repr(error.__cause__))


async def main():
    await nested(5, 2, 1)
    await nested(5, 2, 3)
    await nested(2, 5, 3)
    await nested(2, 2, 3)
    await nested(2.5, 2, 3)
    await nested(0, 0, 1)
    await cleanup_takes_long()


asyncio.run(main())

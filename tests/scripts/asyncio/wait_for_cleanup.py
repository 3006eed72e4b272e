# bide: --virtual-time
"""When the time is up the coroutine is cancelled and waited for; what it raises then comes out."""
import asyncio


async def slow_cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(3)
        print("cleaned")


async def raises():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("something else")


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.wait_for(slow_cleanup(), 1)
    except TimeoutError as error:
        print("timeout at", loop.time(), type(error.__cause__).__name__)
    try:
        await asyncio.wait_for(raises(), 1)
    except ValueError as error:
        print("came out:", error, "at", loop.time())
    try:
        await asyncio.wait_for(asyncio.gather(asyncio.sleep(5), asyncio.sleep(0.1)), 1)
    except TimeoutError:
        print("gather timed out at", loop.time())
    try:
        await asyncio.wait_for(asyncio.wait_for(asyncio.sleep(9), 5), 2)
    except TimeoutError:
        print("the outer limit at", loop.time())
    try:
        await asyncio.wait_for(asyncio.wait_for(asyncio.sleep(9), 2), 5)
    except TimeoutError:
        print("the inner limit at", loop.time())


asyncio.run(main())

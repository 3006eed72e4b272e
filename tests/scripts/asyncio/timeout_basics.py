# bide: --virtual-time
"""timeout() and timeout_at(): the block is cancelled when its time is up, and TimeoutError comes out."""
import asyncio


async def show(what, seconds, limit):
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(limit) as scope:
            when = scope.when()
            print(what, "until", when if when is None else when - start, scope)
            await asyncio.sleep(seconds)
        print(what, "in time", scope.expired(), scope)
    except TimeoutError as error:
        print(what, "too late after", loop.time() - start, scope.expired(), scope, repr(error), repr(error.__cause__))


async def main():
    loop = asyncio.get_running_loop()
    await show("quick", 1, 2)
    await show("slow", 3, 2)
    await show("never", 3, None)
    await show("zero", 1, 0)
    await show("zero, zero", 0, 0)
    await show("negative", 1, -5)
    await show("equal", 2, 2)
    await show("integer", 0.5, 1)
    try:
        async with asyncio.timeout_at(loop.time() + 1) as scope:
            await asyncio.sleep(2)
    except TimeoutError:
        print("at", scope.when() == loop.time())
    try:
        async with asyncio.timeout_at(0):
            print("runs until it awaits")
            await asyncio.sleep(0)
            print("never")
    except TimeoutError:
        print("past")
    async with asyncio.timeout(0) as scope:
        print("never awaits")
    print(scope.expired())
    async with asyncio.timeout_at(None) as scope:
        print(scope.when(), scope)


asyncio.run(main())

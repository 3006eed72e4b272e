# bide: --virtual-time
"""reschedule() moves the deadline: later, sooner, to never, into the past."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as scope:
        for _ in range(3):
            scope.reschedule(loop.time() + 1)
            await asyncio.sleep(0.75)
    print("later", loop.time(), scope)
    try:
        async with asyncio.timeout(10) as scope:
            scope.reschedule(loop.time() + 1)
            await asyncio.sleep(5)
    except TimeoutError:
        print("sooner", loop.time(), scope.expired())
    async with asyncio.timeout(1) as scope:
        scope.reschedule(None)
        await asyncio.sleep(5)
    print("never", loop.time(), scope.when())
    try:
        async with asyncio.timeout(None) as scope:
            scope.reschedule(-1)
            print(scope.when(), scope)
            await asyncio.sleep(5)
    except TimeoutError:
        print("past", loop.time(), scope.when())
    try:
        async with asyncio.timeout(None) as scope:
            loop.call_later(1, scope.reschedule, loop.time())
            await asyncio.sleep(5)
    except TimeoutError:
        print("from a callback", loop.time())
    scope = asyncio.timeout(1)
    for what in ("not entered", "entered", "left"):
        try:
            scope.reschedule(loop.time() + 3)
            print(what, scope.when() - loop.time())
        except RuntimeError as error:
            print(what, error)
        if what == "not entered":
            async with scope:
                scope.reschedule(loop.time() + 1)
    scope = asyncio.timeout(0)
    try:
        async with scope:
            try:
                await asyncio.sleep(1)
            finally:
                print(scope, scope.expired())
                scope.reschedule(loop.time() + 5)
    except RuntimeError as error:
        print(error, scope)


asyncio.run(main())

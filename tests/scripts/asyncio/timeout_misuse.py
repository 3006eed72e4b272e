"""How not to use asyncio.timeout()."""
import asyncio


async def again(scope):
    async with scope:
        print("entered")


def show(error):
    print(type(error).__name__, error)


async def main():
    scope = asyncio.timeout(1)
    await again(scope)
    try:
        await again(scope)
    except RuntimeError as error:
        show(error)
    try:
        with asyncio.timeout(1):
            pass
    except (TypeError, AttributeError) as error:
        show(error)
    for bad in ("soon", [], object):
        try:
            async with asyncio.timeout(bad):
                await asyncio.sleep(0)
        except TypeError as error:
            show(error)
    try:
        asyncio.timeout()
    except TypeError as error:
        show(error)
    print(asyncio.timeout(None), asyncio.timeout(None).expired(), asyncio.timeout_at(5).when())
    print(type(scope).__name__, type(scope).__module__, asyncio.TimeoutError is TimeoutError)


async def outside():
    return asyncio.timeout(1)


asyncio.run(main())
try:
    asyncio.timeout(1)
except RuntimeError as error:
    show(error)
scope = asyncio.timeout_at(5)
entering = scope.__aenter__()
try:
    entering.send(None)
except RuntimeError as error:
    show(error)

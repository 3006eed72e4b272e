# python: 3.11
# bide: --virtual-time
"""A block whose task is cancelled from outside, as well as or instead of its timeout."""
import asyncio


async def block(limit, how):
    scope = asyncio.timeout(limit)
    try:
        async with scope:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as error:
                if how == "swallow":
                    print("swallowed", error.args)
                elif how == "replace":
                    raise KeyError("other")
                else:
                    raise
        print("went on", scope)
    except TimeoutError:
        print("timed out", scope, asyncio.current_task().cancelling())
    except asyncio.CancelledError as error:
        print("cancelled", error.args, scope, asyncio.current_task().cancelling())
        raise
    except KeyError as error:
        print("other", error, scope, repr(error.__context__))


async def run(limit, how, *when):
    task = asyncio.create_task(block(limit, how))
    for seconds in when:
        await asyncio.sleep(seconds)
        task.cancel("from outside")
    await asyncio.wait([task])
    print("  ", limit, how, when, task.cancelled(), task.cancelling())


async def main():
    await run(2, "plain")
    await run(2, "plain", 1)
    await run(2, "plain", 2)
    await run(2, "swallow")
    await run(2, "swallow", 1)
    await run(2, "replace")
    await run(2, "replace", 1)
    await run(0, "plain", 0)
    await run(-1, "swallow")


asyncio.run(main())

# bide: --virtual-time
"""gather() of nothing, of gathers, of shields, and of what is done already."""
import asyncio


async def job(name, seconds=0):
    await asyncio.sleep(seconds)
    return name


async def main():
    loop = asyncio.get_running_loop()
    nothing = asyncio.gather()
    print(type(nothing).__name__, nothing.done())
    print(await nothing, nothing.done())
    print(await asyncio.gather(return_exceptions=True))
    print(await asyncio.gather(asyncio.gather(), asyncio.gather(job("a"), asyncio.gather(job("b"), job("c")))))
    done = loop.create_future()
    done.set_result("done")
    print(await asyncio.gather(done, done, job("x"), done))
    failed = loop.create_future()
    failed.set_exception(KeyError("k"))
    print(await asyncio.gather(failed, asyncio.gather(failed, return_exceptions=True), return_exceptions=True))
    start = loop.time()
    print(await asyncio.gather(*(job(n, n) for n in (3, 1, 2))), loop.time() - start)
    groups = asyncio.gather(asyncio.gather(job("p", 1), job("q", 5)), asyncio.shield(job("r", 5)))
    await asyncio.sleep(2)
    print(groups.cancel("all"))
    try:
        await groups
    except asyncio.CancelledError as error:
        print("cancelled", error.args, groups.cancelled())
    groups = asyncio.gather(job("s", 1), asyncio.gather(failed, job("t", 1)))
    try:
        await groups
    except KeyError as error:
        print(repr(error), loop.time() - start)
    print(groups.cancel(), repr(groups)[:25])
    same = job("once")
    print(await asyncio.gather(same, same, same))
    for bad in ((5,), (job, 1), (None,)):
        try:
            await asyncio.gather(*bad)
        except TypeError as error:
            print(error)
    await asyncio.sleep(5)


asyncio.run(main())

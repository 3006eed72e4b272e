# record: stderr
# An exception that nobody has asked for when its task goes is told of
import asyncio


async def fails(n):
    raise KeyError(n)


async def asked(n):
    task = asyncio.create_task(fails(n))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return task


async def main():
    (await asked(1)).exception()
    try:
        (await asked(2)).result()
    except KeyError:
        pass
    await asyncio.gather(await asked(3), return_exceptions=True)
    (await asked(4)).cancel()
    global kept
    kept = asyncio.create_task(fails("lost"), name="lost task")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())

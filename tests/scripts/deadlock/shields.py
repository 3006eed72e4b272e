# bide-only: CPython hangs for ever
# Who waits through a shield, and a cycle through one.
import asyncio


async def forever():
    await asyncio.Event().wait()


async def shielding(task):
    await asyncio.shield(task)


async def shielding_several(tasks):
    await asyncio.shield(asyncio.gather(*tasks))


async def waits():
    inner = asyncio.create_task(forever(), name="inner")
    outer = asyncio.create_task(shielding(inner), name="outer")
    several = asyncio.create_task(shielding_several([inner, outer]), name="several")
    await asyncio.wait([inner, outer, several])


async def cycle():
    tasks = []

    async def other():
        await asyncio.shield(tasks[1])

    async def one():
        await tasks[0]

    tasks.append(asyncio.create_task(other(), name="other"))
    tasks.append(asyncio.create_task(one(), name="one"))
    await asyncio.get_running_loop().create_future()


for main in (waits, cycle):
    try:
        asyncio.run(main())
    except asyncio.DeadlockError as error:
        print(error)

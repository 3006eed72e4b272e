# python: 3.13
# gather() gives an argument that comes twice one child, even while an eager task gathers the same ones.
import asyncio


async def answer(n):
    await asyncio.sleep(0)
    return n


async def gathers(*futures):
    return await asyncio.gather(*futures, *futures)


async def main():
    one, two = answer(1), answer(2)
    print(await asyncio.gather(one, two, one, one, two))
    futures = [asyncio.get_running_loop().create_future() for _ in range(3)]
    waiting = asyncio.gather(*futures, gathers(*futures), *reversed(futures))
    for i, future in enumerate(futures):
        future.set_result(i)
    print(await waiting)
    try:
        await asyncio.gather(futures[0], futures[0], 5)
    except TypeError as error:
        print("TypeError:", error)
    print(await asyncio.gather(futures[0], futures[0]))


asyncio.run(main())


async def eagerly():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await main()


asyncio.run(eagerly())

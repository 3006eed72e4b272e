"""A loop left early: aclose runs the finally when it is called."""
import asyncio


async def ticker():
    try:
        i = 0
        while True:
            yield i
            i += 1
            await asyncio.sleep(0)
    finally:
        print("closing")
        await asyncio.sleep(0)
        print("closed")


async def main():
    gen = ticker()
    async for i in gen:
        print(i)
        if i == 2:
            break
    print("after the loop")
    await gen.aclose()
    print("after aclose")
    gen = ticker()
    try:
        async for i in gen:
            if i == 1:
                raise KeyError(i)
    except KeyError as error:
        print("caught", error)
    await gen.aclose()

    async def first():
        gen = ticker()
        async for i in gen:
            await gen.aclose()
            return i

    print(await first())


asyncio.run(main())

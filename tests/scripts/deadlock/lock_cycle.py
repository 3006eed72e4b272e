# Two tasks take two locks in different orders.
# bide-only: CPython hangs for ever
import asyncio


async def transfer(name, first, second):
    async with first:
        print(name, "has its first lock")
        await asyncio.sleep(0)
        try:
            async with second:
                print("never")
        finally:
            print(name, "gives up")


async def main():
    red, green = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(transfer("a", red, green), transfer("b", green, red))


asyncio.run(main())

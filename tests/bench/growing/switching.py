"""COUNT tasks take turns, ten each, ROUNDS times."""
import asyncio
import sys

COUNT, ROUNDS = int(sys.argv[1]), int(sys.argv[2])


async def player():
    for _ in range(10):
        await asyncio.sleep(0)


async def main():
    for _ in range(ROUNDS):
        tasks = [asyncio.create_task(player()) for _ in range(COUNT)]
        for task in tasks:
            await task


asyncio.run(main())

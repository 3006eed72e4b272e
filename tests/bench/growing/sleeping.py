"""COUNT tasks sleep at once, ROUNDS times."""
import asyncio
import sys

COUNT, ROUNDS = int(sys.argv[1]), int(sys.argv[2])


async def sleeper(seconds):
    await asyncio.sleep(seconds)


async def main():
    for _ in range(ROUNDS):
        tasks = [asyncio.create_task(sleeper(0.001 + i % 100 / 10000)) for i in range(COUNT)]
        for task in tasks:
            await task


asyncio.run(main())

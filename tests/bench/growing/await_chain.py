"""A task is suspended COUNT awaits deep, and resumed there ROUNDS times."""
import asyncio
import sys

COUNT, ROUNDS = int(sys.argv[1]), int(sys.argv[2])


async def link(depth):
    if depth > 1:
        await link(depth - 1)
    else:
        for _ in range(ROUNDS):
            await asyncio.sleep(0)


asyncio.run(link(COUNT))

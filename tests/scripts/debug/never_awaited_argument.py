# A coroutine that is made for an argument and kept by nobody: the warning names the statement.
# record: stderr
import asyncio

kept = []


async def forgotten(n):
    return n


def ignore(*arguments):
    return None


class Keeper:
    def __init__(self, coroutine):
        kept.append(coroutine)


def in_function():
    ignore(1, forgotten(2), 3)


async def main():
    asyncio.create_task(forgotten(4))
    ignore(len([forgotten(5)]))
    kept.append(forgotten(6))
    Keeper(forgotten(7))
    await asyncio.sleep(0)


ignore(forgotten(1))
in_function()
asyncio.run(main())
for coroutine in kept:
    coroutine.close()

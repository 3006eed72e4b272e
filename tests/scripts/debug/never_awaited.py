# Debug mode: the warning about a coroutine that was never awaited tells where it was made.
# record: stderr
import asyncio


async def forgotten():
    pass


def make():
    return forgotten()


async def helper():
    make()
    await asyncio.sleep(0)


async def main():
    asyncio.get_running_loop().slow_callback_duration = 60
    forgotten()
    await helper()
    asyncio.get_running_loop().set_debug(False)


asyncio.run(main(), debug=True)

# record: stderr
import asyncio


async def fails():
    raise ExceptionGroup("in a task", [ValueError(1), ExceptionGroup("inner", [KeyError("k")])])


async def main():
    await asyncio.gather(fails())


asyncio.run(main())

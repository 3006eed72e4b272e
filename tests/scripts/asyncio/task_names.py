"""Tasks are numbered as they are made; a name may be anything."""
import asyncio


async def show():
    print("I am", asyncio.current_task().get_name())


async def main(again):
    await show()
    for i in range(3):
        await asyncio.create_task(show())
    await asyncio.gather(show(), show())
    if again:
        await asyncio.create_task(show(), name="special")


asyncio.run(main(False))
asyncio.run(main(True))

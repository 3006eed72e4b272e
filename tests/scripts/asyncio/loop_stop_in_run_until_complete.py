"""Stopping a loop under run_until_complete is an error, and the loop can still be used."""
import asyncio


async def stops():
    asyncio.get_running_loop().stop()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return "finished after all"


loop = asyncio.new_event_loop()
task = loop.create_task(stops())
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    print("RuntimeError", error)
print(task.done())
print(loop.run_until_complete(task))
loop.close()

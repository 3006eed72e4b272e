"""A loop by hand: run_until_complete with a coroutine, a task and a future; what is pending goes on next time."""
import asyncio


async def work(name, turns):
    for i in range(turns):
        print(name, i)
        await asyncio.sleep(0)
    return name


loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed())
print(loop.run_until_complete(work("a", 2)))
background = loop.create_task(work("background", 6))
print(loop.run_until_complete(work("b", 2)))
print(background.done())
print(loop.run_until_complete(background))
print(loop.run_until_complete(background))
future = loop.create_future()
loop.call_soon(future.set_result, "future")
print(loop.run_until_complete(future))


async def fail():
    raise ValueError("out of the loop")


try:
    loop.run_until_complete(fail())
except ValueError as error:
    print(error)


async def running():
    return asyncio.get_running_loop() is loop, loop.is_running()


print(loop.run_until_complete(running()))
print(loop.run_until_complete(asyncio.gather(work("x", 1), work("y", 1)) if False else work("z", 1)))
loop.close()
loop.close()
print(loop.is_closed())
coroutine = work("late", 1)
try:
    loop.run_until_complete(coroutine)
except RuntimeError as error:
    print("RuntimeError", error)
coroutine.close()
try:
    loop.call_soon(print)
except RuntimeError as error:
    print("RuntimeError", error)

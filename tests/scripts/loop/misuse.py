# Every misuse of a loop is refused in CPython's words.
import asyncio


def attempt(what, *arguments, **keywords):
    try:
        print(what(*arguments, **keywords))
    except BaseException as error:
        print(type(error).__name__ + ":", error)


async def coroutine():
    return "result"


loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed())
attempt(loop.run_until_complete)
attempt(loop.run_until_complete, 5)
attempt(loop.run_until_complete, coroutine, 1)
attempt(loop.run_until_complete, future=None)
attempt(loop.run_until_complete, loop.create_future(), x=1)
attempt(loop.run_until_complete, asyncio.new_event_loop().create_future())
attempt(loop.call_soon)
attempt(loop.call_later)
attempt(loop.call_later, 1)
attempt(loop.call_later, None, print)
attempt(loop.call_later, "soon", print)
attempt(loop.call_at, 1)
attempt(loop.call_at, None, print)
attempt(loop.call_soon, print, x=1)
attempt(loop.create_task)
attempt(loop.create_task, 5)
attempt(loop.create_task, 1, 2)
attempt(loop.create_task, None, wrong=1)
attempt(loop.set_task_factory, 5)
attempt(loop.set_exception_handler, 5)
attempt(loop.stop, 1)
attempt(loop.time, 1)
attempt(loop.add_reader, -1, print)
attempt(loop.add_reader, "x", print)
attempt(loop.add_writer, None, print)
attempt(loop.remove_reader, -1)
attempt(loop.remove_reader, 99)
attempt(loop.remove_writer, "x")
attempt(asyncio.set_event_loop, 5)
attempt(asyncio.get_running_loop)
attempt(asyncio.create_task, 5)
attempt(asyncio.all_tasks)
attempt(asyncio.current_task)
attempt(asyncio.all_tasks, loop)
attempt(asyncio.current_task, loop)
attempt(asyncio.ensure_future, 5)


async def nested():
    other = asyncio.new_event_loop()
    inner = coroutine()
    attempt(asyncio.run, None)
    attempt(asyncio.Runner().run, inner)
    attempt(loop.run_until_complete, inner)
    attempt(loop.run_forever)
    attempt(other.run_until_complete, inner)
    attempt(other.run_forever)
    attempt(loop.close)
    attempt(other.close)
    inner.close()
    print(asyncio.get_running_loop() is loop, asyncio.get_event_loop() is loop, loop.is_running())
    future = loop.create_future()
    task = asyncio.ensure_future(future)
    print(task is future)
    attempt(asyncio.ensure_future, future, loop=other)
    other = asyncio.new_event_loop()
    try:
        await other.create_future()
    except RuntimeError as error:
        print("RuntimeError", str(error).partition(" got ")[2])
    other.close()


loop.run_until_complete(nested())
loop.stop()
loop.run_forever()
print("a loop that was told to stop before it ran stops after one pass")
loop.close()
loop.close()
print(loop.is_closed(), loop)
inner = coroutine()
attempt(loop.run_until_complete, inner)
attempt(loop.run_forever)
attempt(loop.create_task, inner)
attempt(loop.call_soon, print)
attempt(loop.call_soon_threadsafe, print)
attempt(loop.call_later, 1, print)
attempt(loop.call_at, 1, print)
attempt(loop.add_reader, 0, print)
attempt(loop.add_writer, 0, print)
attempt(loop.remove_reader, 0)
attempt(loop.remove_writer, 0)
attempt(loop.stop)
attempt(loop.create_future)
inner.close()

"""What a task can tell: name, state, result, exception; callbacks; current_task and all_tasks."""
import asyncio


async def work(x):
    await asyncio.sleep(0)
    if x < 0:
        raise ValueError(x)
    return x


async def main():
    me = asyncio.current_task()
    print(me.get_name(), me.done(), len(asyncio.all_tasks()), me in asyncio.all_tasks())
    task = asyncio.create_task(work(1), name="worker one")
    print(task.get_name(), task.done(), len(asyncio.all_tasks()))
    task.set_name("renamed")
    print(task.get_name())
    for method in (task.result, task.exception):
        try:
            method()
        except asyncio.InvalidStateError as error:
            print(error)
    print(await task, task.done(), task.result(), task.exception(), len(asyncio.all_tasks()))
    bad = asyncio.create_task(work(-1))
    try:
        await bad
    except ValueError as error:
        print(repr(error), bad.exception() is error)
    try:
        bad.result()
    except ValueError as error:
        print("result raises", repr(error))
    for method in (task.set_result, task.set_exception):
        try:
            method(None)
        except RuntimeError as error:
            print(error)
    print(isinstance(task, asyncio.Task), isinstance(task, asyncio.Future))
    print(asyncio.create_task(work(2), name=None).get_name() != "None", asyncio.create_task(work(3), name=7).get_name())
    print(sorted(asyncio.all_tasks(), key=lambda t: t is me)[-1] is me)


asyncio.run(main())

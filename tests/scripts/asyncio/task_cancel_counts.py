# bide: --virtual-time
# cancel(msg), cancelling(), uncancel(), and what the CancelledError says
import asyncio


async def sleeper():
    await asyncio.sleep(10)


async def stubborn():
    task = asyncio.current_task()
    for _ in range(3):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as e:
            print("swallowed", e.args, task.cancelling(), task.uncancel())
    return "survived"


async def outcome(task):
    try:
        return await task
    except asyncio.CancelledError as e:
        return "CancelledError", e.args


async def main():
    t = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    print(t.cancelling(), t.uncancel(), t.cancelling())
    print(t.cancel("first"), t.cancelling(), t.cancel(msg="second"), t.cancelling())
    print(t.uncancel(), t.uncancel(), t.uncancel(), t.cancelling())
    print(await outcome(t), t.cancel(), t.cancelling(), t.cancelled())
    for ask in t.result, t.exception:
        try:
            ask()
        except asyncio.CancelledError as e:
            print(e.args)
    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0.5)
    t.cancel("one")
    t.cancel("two")
    await asyncio.sleep(0)
    print(t.cancelling(), t.done())
    t.cancel()
    print(await outcome(t), t.cancelling(), t.cancelled())
    t = asyncio.create_task(sleeper())
    t.cancel("before it begins")
    print(await outcome(t), t)
    for message in None, 5, ("a", "b"), "":
        t = asyncio.create_task(sleeper())
        await asyncio.sleep(0)
        t.cancel(message)
        print(await outcome(t))
    for arguments in (1, 2), ("a", "b", "c"):
        try:
            t.cancel(*arguments)
        except TypeError as e:
            print(e)
    for operation in t.set_result, t.set_exception:
        try:
            operation(1)
        except RuntimeError as e:
            print(e)


asyncio.run(main())

# bide: --virtual-time
# get_stack() and print_stack(): where a task stands
import asyncio
import sys


async def leaf():
    await asyncio.sleep(1)


async def middle():
    await leaf()


async def outer():
    await middle()
    return 5


async def fails():
    await asyncio.sleep(0)
    raise ValueError("bad")


async def catches():
    await fails()


def show(task, **kwargs):
    print([(frame.f_lineno, frame.f_code.co_name) for frame in task.get_stack(**kwargs)])
    task.print_stack(file=sys.stdout, **kwargs)


async def main():
    t = asyncio.create_task(outer(), name="t")
    show(t)
    await asyncio.sleep(0)
    show(t)
    show(t, limit=1)
    show(t, limit=0)
    await t
    show(t)
    f = asyncio.create_task(catches(), name="f")
    await asyncio.wait([f])
    show(f)
    show(f, limit=1)
    show(f, limit=None)
    f.exception()
    c = asyncio.create_task(outer(), name="c")
    await asyncio.sleep(0)
    c.cancel()
    show(c)
    await asyncio.wait([c])
    show(c)
    for arguments in (1,), (1, 2):
        try:
            t.get_stack(*arguments)
        except TypeError as e:
            print(type(e).__name__)
    frame = asyncio.current_task().get_stack()[-1]
    print(frame.f_lineno, frame.f_code.co_name, sorted(frame.f_locals))


asyncio.run(main())

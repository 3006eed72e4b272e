# bide: --virtual-time
"""create_task(name=, context=) of groups, task factories, subclasses."""
import asyncio


import contextvars

variable = contextvars.ContextVar("variable", default=0)


async def show(name):
    print(name, variable.get(), asyncio.current_task().get_name())
    variable.set(99)


class Counting(asyncio.TaskGroup):
    def __init__(self, limit):
        super().__init__()
        self.limit = limit

    def create_task(self, coro, **options):
        self.limit -= 1
        print("create", options, self.limit)
        return super().create_task(coro, **options)

    async def __aenter__(self):
        print("enter")
        return await super().__aenter__()

    async def __aexit__(self, *exc):
        print("exit", exc[0])
        return await super().__aexit__(*exc)


async def main():
    variable.set(1)
    context = contextvars.copy_context()
    context.run(variable.set, 7)
    async with asyncio.TaskGroup() as group:
        group.create_task(show("a"), name="a")
        group.create_task(show("b"), context=context, name="b")
        group.create_task(show("c"), context=None, name=3)
    print(variable.get(), context[variable])
    async with Counting(5) as group:
        group.create_task(show("d"), name="d")
    print(group.limit, isinstance(group, asyncio.TaskGroup))
    try:
        async with Counting(5):
            raise ValueError(1)
    except* ValueError as caught:
        print(repr(caught))
    made = []

    def factory(loop, coro, **options):
        made.append(coro.__name__)
        return asyncio.Task(coro, loop=loop, **options)

    asyncio.get_running_loop().set_task_factory(factory)
    async with asyncio.TaskGroup() as group:
        group.create_task(show("e"), name="e")
    print(made)


asyncio.run(main())

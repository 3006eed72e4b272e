"""An exception goes up through awaits and tasks, with its context and cause."""
import asyncio


class Trouble(Exception):
    pass


async def bottom():
    await asyncio.sleep(0)
    raise Trouble("at the bottom")


async def middle():
    try:
        await bottom()
    except Trouble as error:
        raise RuntimeError("in the middle") from error
    finally:
        print("middle finally")


async def top():
    try:
        await middle()
    finally:
        await asyncio.sleep(0)
        print("top finally")


async def main():
    try:
        await top()
    except RuntimeError as error:
        print(repr(error), "cause", repr(error.__cause__), "context", repr(error.__context__))
    task = asyncio.create_task(top())
    try:
        await task
    except RuntimeError as error:
        print("from the task:", repr(error), error is task.exception())

    async def lookup():
        return {}["absent"]

    try:
        await lookup()
    except LookupError as error:
        print(type(error).__name__, error)
    try:
        try:
            await lookup()
        except KeyError:
            await bottom()
    except Trouble as error:
        print(repr(error), repr(error.__context__))


asyncio.run(main())

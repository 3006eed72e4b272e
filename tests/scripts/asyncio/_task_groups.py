"""What the scripts about task groups share."""
import asyncio


async def work(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    if error:
        raise error
    print(name, "done")
    return name


def show(error, indent=""):
    context = " while " + repr(error.__context__) if error.__context__ else ""
    print(indent + repr(error) + context, error.__cause__, error.__suppress_context__)
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            show(inner, indent + "    ")


async def attempt(function):
    print("--", function.__name__)
    try:
        await function()
    except BaseException as error:
        show(error)
    task = asyncio.current_task()
    print("cancelling", task.cancelling())
    while task.uncancel():
        pass

"""A future: pending, a result, an exception, cancelled; misuse is refused."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.done(), future.cancelled())
    for method in (future.result, future.exception):
        try:
            method()
        except asyncio.InvalidStateError as error:
            print("InvalidStateError", error)
    future.set_result(42)
    print(future.done(), future.result(), future.exception(), future.cancel())
    try:
        future.set_result(43)
    except asyncio.InvalidStateError as error:
        print("InvalidStateError", str(error)[:15])
    print(await future, await future)

    future = asyncio.Future()
    future.set_exception(ValueError("broken"))
    print(future.done(), repr(future.exception()))
    for _ in range(2):
        try:
            await future
        except ValueError as error:
            print("raised", error)
    future = loop.create_future()
    future.set_exception(KeyError)
    print(repr(future.exception()))
    future = loop.create_future()
    print(future.cancel(), future.cancelled(), future.done(), future.cancel())
    try:
        await future
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())

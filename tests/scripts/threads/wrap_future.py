"""asyncio.wrap_future: a future of concurrent.futures to be awaited."""
import asyncio
import concurrent.futures
import threading


async def main():
    source = concurrent.futures.Future()
    future = asyncio.wrap_future(source)
    print(asyncio.isfuture(future), asyncio.wrap_future(future) is future)
    threading.Timer(0.01, source.set_result, [42]).start()
    print(await future)

    failing = concurrent.futures.Future()
    failing.set_exception(LookupError("no"))
    try:
        await asyncio.wrap_future(failing)
    except LookupError as error:
        print("LookupError", error)

    source = concurrent.futures.Future()
    future = asyncio.wrap_future(source)
    future.cancel()
    await asyncio.sleep(0)
    print(source.cancelled())

    source = concurrent.futures.Future()
    future = asyncio.wrap_future(source)
    source.cancel()
    try:
        await future
    except asyncio.CancelledError:
        print("cancelled", future.cancelled())
    try:
        asyncio.wrap_future(3)
    except AssertionError as error:
        print(error)
    print(concurrent.futures.CancelledError is asyncio.CancelledError,
          concurrent.futures.TimeoutError is asyncio.TimeoutError is TimeoutError)


asyncio.run(main())

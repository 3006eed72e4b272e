"""Several tasks await one future: all are woken, in the order in which they began to wait."""
import asyncio


async def waiter(name, future):
    try:
        print(name, "got", await future)
    except ValueError as error:
        print(name, "got the error", error)
    await asyncio.sleep(0)
    print(name, "ends")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in "abc"]
    await asyncio.sleep(0)
    future.set_result("result")
    print("set")
    await asyncio.sleep(0)
    print("main between")
    await asyncio.gather(*tasks)
    future = loop.create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in "de"]
    await asyncio.sleep(0)
    future.set_exception(ValueError("bad"))
    await asyncio.gather(*tasks)


asyncio.run(main())

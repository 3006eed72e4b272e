# python: 3.13
# bide: --virtual-time
# A delay that is not a number: sleep() refuses it, a timer is due at once.
import asyncio

NAN = float("nan")


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.sleep(NAN)
    except ValueError as error:
        print(error)
    loop.call_later(NAN, print, "called")
    loop.call_later(1, print, "a second later")
    loop.call_at(NAN, print, "called as well")
    await asyncio.sleep(2)
    try:
        async with asyncio.timeout(NAN):
            await asyncio.sleep(1)
    except TimeoutError:
        print("timed out")


asyncio.run(main())

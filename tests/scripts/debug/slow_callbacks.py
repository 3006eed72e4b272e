# Debug mode: a callback that keeps the loop for longer than slow_callback_duration is reported.
# bide: --virtual-time
# record: stderr
import asyncio
import time


def work(seconds):
    time.sleep(seconds)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.slow_callback_duration)
    for seconds in (0.05, 0.25, 1.5):
        loop.call_soon(work, seconds)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 1.0
    print(loop.slow_callback_duration)
    loop.call_soon(work, 0.75)
    loop.call_soon(work, 2)
    await asyncio.sleep(0)
    loop.set_debug(False)
    loop.call_soon(work, 3)
    await asyncio.sleep(0)
    print("not in debug mode:", loop.get_debug())


asyncio.run(main(), debug=True)

# Debug mode: only the thread that runs a loop may schedule something with call_soon().
import asyncio
import threading


def elsewhere(loop):
    for what, arguments in ((loop.call_soon, (print, 1)), (loop.call_later, (1, print)), (loop.call_at, (1, print))):
        try:
            what(*arguments)
        except RuntimeError as error:
            print(error)
    loop.call_soon_threadsafe(print, "called from another thread")


async def main():
    thread = threading.Thread(target=elsewhere, args=(asyncio.get_running_loop(),))
    thread.start()
    thread.join()
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)

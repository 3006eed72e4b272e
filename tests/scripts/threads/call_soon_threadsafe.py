"""call_soon_threadsafe() wakes a loop that has nothing else to do, with and without descriptors."""
import asyncio
import threading


async def main(with_descriptor):
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    seen = []
    if with_descriptor:
        import socket
        a, b = socket.socketpair()
        loop.add_reader(a.fileno(), seen.append, "readable")
    asked = threading.Event()

    def work():
        asked.wait()
        for n in range(5):
            loop.call_soon_threadsafe(seen.append, n)
        loop.call_soon_threadsafe(done.set_result, threading.current_thread().name)

    t = threading.Thread(target=work, name="worker")
    t.start()
    loop.call_soon(asked.set)
    print(await done, seen)
    t.join()
    if with_descriptor:
        loop.remove_reader(a.fileno())
        a.close()
        b.close()


asyncio.run(main(False))
asyncio.run(main(True))

"""A loop in each of several threads; a loop belongs to its thread."""
import asyncio
import threading


async def work(name):
    total = 0
    for n in range(5):
        await asyncio.sleep(0.001)
        total += n
    return name, total, asyncio.current_task().get_loop() is asyncio.get_running_loop()


def run(name):
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        errors.append(str(error))
    result = asyncio.run(work(name))
    with lock:
        results.append(result)


lock, results, errors = threading.Lock(), [], []
threads = [threading.Thread(target=run, args=(n,), name="T%d" % n) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results))
print(sorted(errors))


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(run, "inside")
    print(results[-1], asyncio.get_running_loop() is loop)


asyncio.run(main())


def own():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    print(asyncio.get_event_loop() is loop, loop.run_until_complete(work("own")))
    loop.close()


t = threading.Thread(target=own)
t.start()
t.join()

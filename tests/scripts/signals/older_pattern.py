# The older pattern: catch KeyboardInterrupt, cancel all tasks, run the loop again, close it.
import asyncio
import signal


async def worker(name, rounds):
    try:
        for i in range(rounds):
            print(name, i)
            await asyncio.sleep(0)
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    finally:
        print(name, "cleans up")


def run(start):
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    tasks = [loop.create_task(worker(name, rounds), name=name) for name, rounds in (("a", 5), ("b", 2), ("c", 5))]
    try:
        start(loop, tasks)
    except KeyboardInterrupt:
        print("KeyboardInterrupt", loop.is_running())
        pending = sorted(asyncio.all_tasks(loop), key=lambda task: task.get_name())
        print([task.get_name() for task in pending])
        for task in pending:
            task.cancel()
        print(loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True)))
        print([task.cancelled() for task in tasks])
        try:
            tasks[1].result()
        except BaseException as error:
            print(repr(error))
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
        asyncio.set_event_loop(None)
        print("closed", loop.is_closed())


run(lambda loop, tasks: loop.run_until_complete(asyncio.gather(*tasks)))
run(lambda loop, tasks: loop.run_forever())

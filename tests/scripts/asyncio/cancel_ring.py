# Tasks that wait for one another in a ring cannot be cancelled
import asyncio


async def awaits_later(ring, name):
    await asyncio.sleep(0)
    await ring[name]


async def main():
    ring = {}
    for name, other in ("a", "b"), ("b", "c"), ("c", "a"):
        ring[name] = asyncio.create_task(awaits_later(ring, other), name=name)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try:
        ring["a"].cancel()
    except RecursionError as e:
        print(type(e).__name__, ring["b"].done())
    for task in ring.values():
        task._log_destroy_pending = False


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()

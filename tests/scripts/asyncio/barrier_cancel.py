"""Who is cancelled at a Barrier leaves its place to another."""
import asyncio


def state(barrier):
    text = repr(barrier)
    return text[text.index("["):]


async def party(n, barrier):
    try:
        print(n, "goes on from place", await barrier.wait())
    except asyncio.CancelledError as error:
        print(n, "cancelled", error.args, state(barrier))
        raise


async def settle():
    for _ in range(4):
        await asyncio.sleep(0)


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(n, barrier)) for n in range(2)]
    await settle()
    tasks[0].cancel("enough")
    await settle()
    print(state(barrier))
    tasks.append(asyncio.create_task(party(2, barrier)))
    await settle()
    print(state(barrier))
    tasks.append(asyncio.create_task(party(3, barrier)))
    await asyncio.wait(tasks)
    print("cancelled while it drains")
    tasks = [asyncio.create_task(party(n, barrier)) for n in range(5)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    tasks[3].cancel()
    await settle()
    print(state(barrier))
    tasks += [asyncio.create_task(party(n, barrier)) for n in range(5, 7)]
    await asyncio.wait(tasks)
    print("with a timeout")
    try:
        async with asyncio.timeout(0.001):
            await barrier.wait()
    except TimeoutError:
        print("nobody came", state(barrier))


asyncio.run(main())

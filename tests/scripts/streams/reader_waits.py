"""Who waits for data: woken by it, by the end, by an exception; one at a time; cancelled."""
import asyncio


async def reading(name, awaitable):
    try:
        print(name, await awaitable)
    except BaseException as error:
        print(name, repr(error))
        if isinstance(error, asyncio.CancelledError):
            raise


async def main():
    reader = asyncio.StreamReader()
    task = asyncio.create_task(reading("line", reader.readline()))
    await asyncio.sleep(0)
    reader.feed_data(b"half ")
    await asyncio.sleep(0)
    await reading("second", reader.read(3))
    reader.feed_data(b"a line\nmore")
    await task
    await reading("rest", reader.read(10))

    task = asyncio.create_task(reading("exactly", reader.readexactly(4)))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    reader.feed_data(b"12345678")
    await reading("after cancel", reader.readexactly(4))

    task = asyncio.create_task(reading("all", reader.read()))
    await asyncio.sleep(0)
    reader.feed_data(b"90")
    await asyncio.sleep(0)
    reader.feed_eof()
    await task

    reader = asyncio.StreamReader()
    task = asyncio.create_task(reading("until", reader.readuntil(b"END")))
    for part in (b"some E", b"N", b"D!", ):
        await asyncio.sleep(0)
        reader.feed_data(part)
    await task
    await reading("left", reader.read(1))

    task = asyncio.create_task(reading("fails", reader.read(1)))
    await asyncio.sleep(0)
    reader.set_exception(OSError("gone"))
    await task
    print(reader)


asyncio.run(main())

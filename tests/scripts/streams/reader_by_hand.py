"""A StreamReader that is fed by hand: every way of reading, and what goes wrong."""
import asyncio


async def show(awaitable):
    try:
        print(await awaitable)
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error, vars(error))


def fed(*parts, eof=True, **options):
    reader = asyncio.StreamReader(**options)
    for part in parts:
        reader.feed_data(part)
    if eof:
        reader.feed_eof()
    return reader


async def main():
    reader = fed(b"one\ntwo\nthree")
    print(await reader.readline(), await reader.readline(), await reader.readline(), await reader.readline())
    print(reader.at_eof())
    reader = fed(b"abcdef")
    print(await reader.read(2), await reader.read(0), await reader.read(100), await reader.read(5), await reader.read())
    reader = fed(b"ab", b"cd", b"ef")
    print(await reader.readexactly(3), reader.at_eof(), await reader.read(), reader.at_eof())
    await show(fed(b"abc").readexactly(5))
    await show(fed(b"abc").readexactly(-1))
    await show(fed(b"abc").readexactly(0))
    await show(fed(b"abc;def").readuntil(b";"))
    await show(fed(b"abc").readuntil(b";"))
    await show(fed(b"abc").readuntil(b""))
    await show(fed(b"a--b--c").readuntil(b"--"))
    await show(fed(b"0123456789\nrest", limit=4).readline())
    reader = fed(b"0123456789", limit=4, eof=False)
    await show(reader.readline())
    reader.feed_data(b"next\n")
    await show(reader.readline())
    reader = fed(b"0123456789\nrest", limit=4)
    await show(reader.readuntil())
    print(await reader.read())
    reader = fed(b"0123456789", limit=4, eof=False)
    await show(reader.readuntil(b"\n"))
    print(reader)
    async for line in fed(b"x\ny\nlast"):
        print("line", line)
    reader = fed(eof=False)
    reader.set_exception(ValueError("broken"))
    await show(reader.read())
    await show(reader.readline())
    print(reader.exception())
    for bad in (0, -1):
        try:
            asyncio.StreamReader(limit=bad)
        except ValueError as error:
            print(error)
    try:
        fed(b"x").feed_data(b"y")
    except AssertionError as error:
        print("AssertionError", error)


asyncio.run(main())

# python: 3.13
"""readuntil() with several separators: what ends first is what counts; the limit is for that one."""
import asyncio


async def attempt(data, separators, limit=64):
    reader = asyncio.StreamReader(limit=limit)
    reader.feed_data(data)
    reader.feed_eof()
    try:
        print(await reader.readuntil(separators), await reader.read())
    except asyncio.IncompleteReadError as error:
        print("incomplete", error.partial)
    except asyncio.LimitOverrunError as error:
        print(error, error.consumed)
    except ValueError as error:
        print(error)


async def piece_by_piece():
    reader = asyncio.StreamReader()
    waiting = asyncio.create_task(reader.readuntil((b"\n\r\n", b"\n\n")))
    for piece in (b"a: 1\r", b"\n", b"\r", b"\nrest"):
        await asyncio.sleep(0)
        reader.feed_data(piece)
    print(await waiting, await reader.read(4))


async def main():
    await attempt(b"one\n\ntwo\n\r\n", (b"\n\r\n", b"\n\n"))
    await attempt(b"one\r\n\r\ntwo\n\n", (b"\n\r\n", b"\n\n"))
    await attempt(b"key=value;rest", (b"value", b"=", b"=v"))
    await attempt(b"xabab", (b"abab", b"bab", b"ab"))
    await attempt(b"none of them", (b";", b"::"))
    await attempt(b"", (b";",))
    await attempt(b"12345678;", (b"ab", b";"), limit=4)
    await attempt(b"123456789", (b"abc", b";"), limit=4)
    await attempt(b"x", ())
    await attempt(b"x", (b"a", b""))
    await piece_by_piece()


asyncio.run(main())

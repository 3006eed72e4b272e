# record: stderr
# python: 3.11
"""The loop reports groups as module traceback prints them."""
import asyncio


def rec(n):
    if n: rec(n-1)
    raise ValueError("two\nlines")


async def a():
    try: rec(6)
    except ValueError as e: 
        e.add_note("n1\nn2")
        try: raise SyntaxError("bad", ("f.py", 1, 2, "a b c\n", 1, 4))
        except SyntaxError as s: raise ExceptionGroup("multi\nline", [e, KeyError("in"), s]) from KeyError("cause")


async def b():
    value = 1
    return valeu


async def main():
    t = asyncio.create_task(a()); u = asyncio.create_task(b())
    await asyncio.sleep(0)


asyncio.run(main())

# bide: --virtual-time
"""call_later and call_at: in order of deadline, cancellable, mixed with tasks and call_soon."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def say(word):
        print("%g %s" % (loop.time(), word))

    handles = {delay: loop.call_later(delay, say, "later %g" % delay) for delay in (3, 1, 2, 0.5, 2.5, 0)}
    loop.call_at(1.5, say, "at 1.5")
    loop.call_at(-1, say, "at -1")
    loop.call_later(-3, say, "later -3")
    loop.call_soon(say, "soon")
    print(handles[2].when(), handles[2].cancelled())
    handles[2].cancel()
    print(handles[2].cancelled())
    await asyncio.sleep(0)
    say("main, one pass")
    await asyncio.sleep(0)
    say("main, two passes")
    await asyncio.sleep(1.5)
    say("main")
    handles[2.5].cancel()
    await asyncio.sleep(2)
    say("main again")

    def repeat(n):
        say("tick %d" % n)
        if n:
            loop.call_later(0.1, repeat, n - 1)

    loop.call_later(0.1, repeat, 3)
    await asyncio.sleep(1)


asyncio.run(main())

# bide: --virtual-time
"""run_forever runs until stop; the pass in which stop was called is finished; it can be run again."""
import asyncio

loop = asyncio.new_event_loop()


def say(word):
    print("%g %s" % (loop.time(), word))


loop.call_soon(say, "one")
loop.call_soon(loop.stop)
loop.call_soon(say, "two, in the same pass")
loop.call_soon(lambda: loop.call_soon(say, "in the next run"))
loop.run_forever()
print("stopped", loop.is_running())
loop.call_later(2, loop.stop)
loop.call_later(1, say, "later")
loop.call_later(3, say, "too late for this run")
loop.run_forever()
print("stopped")
loop.stop()
loop.run_forever()
print("stopped at once")


async def clock():
    for _ in range(3):
        await asyncio.sleep(0.5)
        say("tick")
    loop.stop()
    return "clock"


task = loop.create_task(clock())
loop.run_forever()
print(task.done(), task.result())
loop.run_until_complete(asyncio.sleep(5))
say("end")
loop.close()

# Handle and TimerHandle are classes that can be called; timers are equal that do the same at the same time.
import asyncio


def show(name, call):
    try:
        print(name, "->", call())
    except (TypeError, ValueError) as error:
        print(name, "->", type(error).__name__, error)


loop = asyncio.new_event_loop()
handle = asyncio.Handle(print, ("x",), loop)
print(handle, handle.cancelled())
handle.cancel()
print(handle, handle.cancelled())
timer = asyncio.TimerHandle(5.0, print, (1, "a"), loop)
same = asyncio.TimerHandle(5.0, print, (1, "a"), loop, context=None)
later = asyncio.TimerHandle(6.0, print, (), loop)
print(timer, timer.when())
print(timer == same, timer != same, timer < same, timer <= same, timer >= same, timer > same)
print(timer == later, timer < later, timer <= later, timer > later, timer >= later)
print(hash(timer) == hash(same) == hash(5.0), len({timer, same, later}))
same.cancel()
print(same, timer == same, timer != same, timer <= same)
print(timer == 5.0, sorted([later, timer])[0] is timer)
show("timer < 5", lambda: timer < 5)
show("Handle()", asyncio.Handle)
show("Handle(print)", lambda: asyncio.Handle(print, loop=loop))
show("TimerHandle()", lambda: asyncio.TimerHandle(1.0))
show("Handle(spam=)", lambda: asyncio.Handle(print, (), loop, spam=1))
loop.close()

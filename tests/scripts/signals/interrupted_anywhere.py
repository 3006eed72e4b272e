# Ctrl-C reaches a tight loop, time.sleep(), a loop that only waits, and one that polls a descriptor.
import asyncio
import os
import signal
import time

signal.signal(signal.SIGALRM, lambda number, frame: os.kill(os.getpid(), signal.SIGINT))


def interrupted(what, *arguments, delay=0.02):
    try:
        signal.setitimer(signal.ITIMER_REAL, delay)
        what(*arguments)
    except KeyboardInterrupt:
        print("KeyboardInterrupt:", what.__name__)


def tight_loop():
    n = 0
    while True:
        n += 1


def comprehension():
    return sum(1 for _ in iter(int, 1))


async def sleeps():
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.02)
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def never_awaits():
    # The first Ctrl-C only cancels the task, which does not look; the second one gets through.
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
        while True:
            pass
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        print("finally")


async def sleeps_in_the_system():
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
        time.sleep(60)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def run_sleeps():
    asyncio.run(sleeps())


def run_never_awaits():
    asyncio.run(never_awaits())


def run_sleeps_in_the_system():
    asyncio.run(sleeps_in_the_system())


def forever():
    loop = asyncio.new_event_loop()
    loop.call_later(60, print)
    try:
        loop.run_forever()
    finally:
        print("running:", loop.is_running())
        loop.close()


interrupted(tight_loop)
interrupted(comprehension)
interrupted(time.sleep, 60)
interrupted(run_sleeps, delay=0)
interrupted(run_never_awaits, delay=0)
interrupted(run_sleeps_in_the_system, delay=0)
interrupted(forever)

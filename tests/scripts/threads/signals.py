"""Signals are the main thread's business."""
import asyncio
import os
import signal
import threading
import time


def attempt(f):
    try:
        print(f())
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, error)


async def add():
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, print)


def work():
    attempt(lambda: signal.signal(signal.SIGUSR1, signal.SIG_IGN))
    attempt(lambda: asyncio.run(add()))
    signal.raise_signal(signal.SIGUSR1)
    raised.set()


def handler(number, frame):
    print("handler", threading.current_thread().name)
    handled.set()


raised, handled = threading.Event(), threading.Event()
signal.signal(signal.SIGUSR1, handler)
t = threading.Thread(target=work)
t.start()
t.join()
raised.wait()
handled.wait()


def interrupt():
    time.sleep(0.02)
    os.kill(os.getpid(), signal.SIGINT)


for wait in (threading.Event().wait, lambda: time.sleep(10), threading.Semaphore(0).acquire):
    t = threading.Thread(target=interrupt)
    t.start()
    try:
        wait()
    except KeyboardInterrupt:
        print("KeyboardInterrupt")
    t.join()

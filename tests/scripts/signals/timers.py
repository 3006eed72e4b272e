# alarm(), setitimer() and pause(): signals of the clock, in the midst of whatever runs.
import signal
import time


class Rang(Exception):
    pass


def ring(number, frame):
    raise Rang(signal.Signals(number).name)


signal.signal(signal.SIGALRM, ring)
print(signal.alarm(100), signal.alarm(0) > 90, signal.alarm(0))
print(signal.setitimer(signal.ITIMER_REAL, 0.02), signal.getitimer(signal.ITIMER_REAL)[1])
try:
    while True:
        pass
except Rang as rang:
    print("in a loop:", rang)

signal.setitimer(signal.ITIMER_REAL, 0.02)
try:
    time.sleep(60)
except Rang as rang:
    print("in sleep():", rang)

signal.setitimer(signal.ITIMER_REAL, 0.02)
try:
    signal.pause()
except Rang as rang:
    print("in pause():", rang)

count = 0


def tick(number, frame):
    global count
    count += 1
    if count == 3:
        signal.setitimer(signal.ITIMER_REAL, 0)


signal.signal(signal.SIGALRM, tick)
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
while count < 3:
    signal.pause()
print("ticks:", count, signal.getitimer(signal.ITIMER_REAL))
start = time.monotonic()
signal.setitimer(signal.ITIMER_REAL, 0.01)
time.sleep(0.05)
print("sleep() goes on after a handler that returns:", count, time.monotonic() - start >= 0.05)
for arguments in ((9, 0), (signal.ITIMER_REAL, -1)):
    try:
        signal.setitimer(*arguments)
    except signal.ItimerError as error:
        print(type(error).__name__, isinstance(error, OSError), error)

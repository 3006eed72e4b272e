"""A signal's handler gets the frame that was running."""
import signal
import time


def handler(number, frame):
    print(number == signal.SIGALRM, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno,
          frame.f_locals.get("local"), frame.f_globals is globals())


def works():
    local = "of works"
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    end = time.monotonic() + 0.1
    while time.monotonic() < end: pass
    return local


def sleeps():
    local = "of sleeps"
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    time.sleep(0.05)


signal.signal(signal.SIGALRM, handler)
works()
sleeps()

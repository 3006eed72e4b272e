"""A signal handler that prints while a print is under way is told so, as CPython's buffer tells it."""
import os
import signal
import sys
import threading

shown = os.dup(1)
end, full = os.pipe()
os.dup2(full, 1)
os.close(full)


def handler(number, frame):
    try:
        print("from the handler", flush=True)
    except RuntimeError as error:
        problems.append(error)
    drainer.start()


def drain():
    while len(received) < 500_001:
        received.extend(os.read(end, 65536))


problems = []
drainer = threading.Thread(target=drain)
received = bytearray()
signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.1)
print("a" * 500_000)
sys.stdout.flush()
drainer.join()
os.dup2(shown, 1)
print(problems, len(received))

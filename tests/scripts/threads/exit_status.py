# record: stderr
"""An exception in the main thread is reported before the other threads are waited for; the status stays 1."""
import sys
import threading

gate = threading.Event()


def work():
    gate.wait()
    print("the thread goes on", file=sys.stderr)


threading.Thread(target=work).start()
threading.Timer(0.05, gate.set).start()
raise RuntimeError("main fails")

"""The program waits for its threads at the end, but not for daemons."""
import threading


def for_ever():
    started.set()
    threading.Event().wait()


started = threading.Event()
d = threading.Thread(target=for_ever, daemon=True)
d.start()
started.wait()
gate = threading.Event()


def late():
    gate.wait()
    print("late")
    child = threading.Thread(target=lambda: print("a thread of a thread, daemon:", child.daemon))
    child.start()


threading.Thread(target=late).start()
t = threading.Thread(target=lambda: print("inherits:", threading.Thread().daemon), daemon=True)
t.start()
t.join()
print("main ends")
gate.set()

"""A module that another thread is importing is waited for."""
import threading

threading.begun, threading.gate = begun, gate = threading.Event(), threading.Event()
results = []


def use():
    import _slow_module
    results.append(_slow_module.answer)


first = threading.Thread(target=use, name="first")
first.start()
begun.wait()
second = threading.Thread(target=use, name="second")
second.start()
second.join(0.02)
print(results, second.is_alive())
gate.set()
first.join()
second.join()
print(results)

import threading

print("begun in", threading.current_thread().name)
threading.begun.set()
threading.gate.wait()
answer = 42
print("done")

"""Events: steps of two threads in a fixed order."""
import threading

ping, pong = threading.Event(), threading.Event()


def answer():
    for n in range(3):
        ping.wait()
        ping.clear()
        print("pong", n)
        pong.set()


t = threading.Thread(target=answer)
t.start()
for n in range(3):
    print("ping", n)
    ping.set()
    print(pong.wait(), pong.is_set())
    pong.clear()
t.join()
print(pong.wait(0), pong.wait(timeout=0.01), str(pong)[-7:])
pong.set()
print(pong.wait(0), pong.wait(), str(pong)[-5:])

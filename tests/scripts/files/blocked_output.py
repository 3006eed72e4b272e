"""A thread that waits to write to standard output keeps no other thread waiting."""
import os
import sys
import threading

shown = os.dup(1)
end, full = os.pipe()
os.dup2(full, 1)
os.close(full)
begun = threading.Event()


def writer(letter):
    begun.set()
    sys.stdout.write(letter * 500_000 + "\n")
    sys.stdout.flush()


threads = [threading.Thread(target=writer, args=letter) for letter in "ab"]
for thread in threads:
    thread.start()
begun.wait()
received = b""
while len(received) < 2 * 500_001:
    received += os.read(end, 65536)
for thread in threads:
    thread.join()
os.dup2(shown, 1)
print(sorted(part[:1] for part in received.split()), [len(part) for part in received.split()])

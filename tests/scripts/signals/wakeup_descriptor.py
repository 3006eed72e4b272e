"""signal.set_wakeup_fd(): the number of every signal that has a handler is written there."""
import signal
import socket
import threading


def attempt(*args, **kwargs):
    try:
        print(signal.set_wakeup_fd(*args, **kwargs))
    except (ValueError, OSError, TypeError) as error:
        print(type(error).__name__, error)


reader, writer = socket.socketpair()
writer.setblocking(False)
attempt(-1)
before = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
print(before)
signal.signal(signal.SIGUSR1, lambda number, frame: print("handler", number == signal.SIGUSR1))
signal.signal(signal.SIGUSR2, lambda number, frame: None)
signal.raise_signal(signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR2)
print(list(reader.recv(10)) == [signal.SIGUSR1, signal.SIGUSR2])
signal.signal(signal.SIGUSR2, signal.SIG_IGN)
signal.raise_signal(signal.SIGUSR2)
reader.setblocking(False)
try:
    reader.recv(10)
except BlockingIOError:
    print("nothing")
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("KeyboardInterrupt", list(reader.recv(10)))
print(signal.set_wakeup_fd(-1) == writer.fileno())
signal.raise_signal(signal.SIGUSR1)
attempt(999)
with open("/dev/null") as file:
    try:
        signal.set_wakeup_fd(file.fileno())
    except ValueError as error:
        print(str(error).replace(str(file.fileno()), "N"))
attempt("x")
thread = threading.Thread(target=attempt, args=(-1,))
thread.start()
thread.join()

"""A class derived from Thread overrides run(); names are numbered."""
import threading


class Squarer(threading.Thread):
    def __init__(self, number):
        super().__init__()
        self.number = number
        self.result = None

    def run(self):
        self.result = self.number ** 2
        print(self.name, threading.current_thread() is self)


squarers = [Squarer(n) for n in range(3)]
for s in squarers:
    s.start()
    s.join()
print([s.result for s in squarers])


class Named(threading.Thread):
    pass


def function():
    pass


class Callable:
    def __call__(self):
        print("called in", threading.current_thread().name)


print(Named(name="n").name, Named(target=function).name, threading.Thread(target=Callable()).name)
t = threading.Thread(target=Callable())
t.name = "renamed"
t.start()
t.join()

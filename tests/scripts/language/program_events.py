# A program: an event emitter, an observer, a plugin registry, a state machine, undo by closures.
import functools


class Emitter:
    def __init__(self):
        self._handlers = {}

    def on(self, name, handler=None):
        if handler is None:
            return functools.partial(self.on, name)
        self._handlers.setdefault(name, []).append(handler)
        return handler

    def off(self, name, handler):
        self._handlers[name].remove(handler)

    def emit(self, name, *args, **kw):
        results = []
        for h in list(self._handlers.get(name, ())):
            try:
                results.append(h(*args, **kw))
            except Exception as e:
                results.append(f"{type(e).__name__}: {e}")
        return results


bus = Emitter()


@bus.on("greet")
def hello(name, punct="!"):
    return f"hello {name}{punct}"


@bus.on("greet")
def once(name, **kw):
    bus.off("greet", once)
    return f"only once for {name}"


bus.on("greet", lambda name, **kw: 1 / len(name))
print(bus.emit("greet", "Ann"), bus.emit("greet", "", punct="?"), bus.emit("nothing"))


class Plugin:
    registry = {}

    def __init__(self, name, **options):
        self.name, self.options = name, options

    def __call__(self, cls):
        cls.options = {**getattr(cls, "options", {}), **self.options}
        self.registry[self.name] = cls
        return cls


@Plugin("upper", strip=True)
class Upper:
    def run(self, text):
        return (text.strip() if self.options["strip"] else text).upper()


@Plugin("repeat", times=2)
class Repeat:
    options = {"times": 5, "sep": "-"}

    def run(self, text):
        return self.options["sep"].join([text] * self.options["times"])


def pipeline(text, *names):
    return functools.reduce(lambda t, n: Plugin.registry[n]().run(t), names, text)


print(pipeline("  abc ", "upper", "repeat"), sorted(Plugin.registry), Repeat.options)


class Machine:
    transitions = {("locked", "coin"): "unlocked", ("unlocked", "push"): "locked"}

    def __init__(self):
        self.state, self.log = "locked", []

    def __getattr__(self, event):
        if event.startswith("_"):
            raise AttributeError(event)

        def fire():
            new = self.transitions.get((self.state, event))
            if new is None:
                raise RuntimeError(f"cannot {event} when {self.state}")
            self.log.append(f"{self.state}>{new}")
            self.state = new
            return self

        return fire


m = Machine()
print(m.coin().push().coin().log)
for event in ("coin", "push", "dance"):
    try:
        print(getattr(m, event)().state)
    except RuntimeError as e:
        print(e)
print(hasattr(m, "anything"), hasattr(m, "_private"))


class Editor:
    def __init__(self):
        self.text, self._undo, self._redo = "", [], []

    def do(self, action, back):
        action()
        self._undo.append((action, back))
        self._redo.clear()

    def insert(self, s, at=None):
        at = len(self.text) if at is None else at
        before = self.text

        def action():
            self.text = before[:at] + s + before[at:]

        def back():
            self.text = before

        self.do(action, back)

    def undo(self):
        if self._undo:
            action, back = pair = self._undo.pop()
            back()
            self._redo.append(pair)

    def redo(self):
        if self._redo:
            action, back = pair = self._redo.pop()
            action()
            self._undo.append(pair)


ed = Editor()
ed.insert("world")
ed.insert("hello ", 0)
ed.insert("!")
print(ed.text)
for step in ("undo", "undo", "redo", "undo", "undo", "undo", "redo", "redo", "redo", "redo"):
    getattr(ed, step)()
    print(f"{step:>5} {ed.text!r}")

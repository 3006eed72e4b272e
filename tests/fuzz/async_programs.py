"""Random asyncio programs: program(seed, features) is always the same one.

A program prints each event with the time of its loop and the name of its task, so that its output is the order of
events. Coroutines w0, w1, ... call, spawn and await only those of a higher number, so that it ends; its tasks share
locks, queues, futures and so on; and whole() cancels in the end whoever still waits (in
order, where asyncio.run() would do so in the order of a set).

A program is a tree (see program_tree.py).
"""
from program_tree import Builder

# What not every CPython and not every Bide has: an expression or statements that raise where it is lacking.
FEATURES = {
    "TaskGroup": "import asyncio; asyncio.TaskGroup, ExceptionGroup",
    "except*": "try:\n    raise ExceptionGroup('', [OSError()])\nexcept* OSError:\n    pass",
    "Barrier": "import asyncio; asyncio.Barrier",
    "shutdown": "import asyncio; asyncio.Queue.shutdown",
    "contextvars": "import contextvars; contextvars.copy_context().run(print, end='')",
    "eager": "import asyncio; asyncio.eager_task_factory",
    # wait_for() became another function with 3.12; with 3.13 as_completed(), how often a task counts as cancelled, and the
    # numbers of tasks: Bide does what 3.11 does.
    "3.11": "import sys; 1 / (sys.version_info[:2] == (3, 11) or 'Bide' in sys.version)",
}

PRELUDE = '''\
import asyncio
import contextlib
{imports}
tasks, levels = [], []


def show(x):
    """A value in words that are the same in every run."""
    if isinstance(x, BaseException):
        parts = x.exceptions if hasattr(x, "exceptions") else x.args
        return type(x).__name__ + "(" + ", ".join(show(part) for part in parts) + ")"
    if isinstance(x, asyncio.Future):
        name = x.get_name() if isinstance(x, asyncio.Task) else "future"
        if not x.done():
            return name + ":pending"
        if x.cancelled():
            return name + ":cancelled"
        return name + ":" + (show(x.result()) if x.exception() is None else type(x.exception()).__name__)
    if isinstance(x, (list, tuple)):
        return "[" + ", ".join(show(item) for item in x) + "]"
    if isinstance(x, set):
        return "{{" + ", ".join(sorted(show(item) for item in x)) + "}}"
    return str(x)


def log(*words):
    task = asyncio.current_task()
    now = asyncio.get_running_loop().time()
    print("%.2f" % now, task.get_name() if task else "-",{var} *[show(word) for word in words])


def spawn(coroutine, level, name=None, create=None):
    if len(tasks) >= 40:
        coroutine.close()
        return None
    task = (create or asyncio.create_task)(coroutine, name=name and name + "-%d" % len(tasks))
    tasks.append(task)
    levels.append(level)
    return task


def pick(level, k):
    """One of the tasks that cannot be waiting for us."""
    found = [task for task, its in zip(tasks, levels) if its > level]
    return found[k % len(found)] if found else asyncio.sleep(0, "nobody")


def cancel(k, *message):
    return tasks[k % len(tasks)].cancel(*message) if tasks else None


def act(n, action):
    """A callback that logs and acts."""
    def callback(*args):
        log("call", n, *args)
        log("called", n, action())
    return callback


class Ticket:
    """An awaitable object that waits in its own way."""

    def __init__(self, way, future):
        self.way, self.future = way, future

    def __await__(self):
        if self.way == 0:
            yield
            yield
        elif self.way == 1:
            yield from self.future.__await__()
        elif self.way == 2:
            yield 5
        return "ticket"


@contextlib.asynccontextmanager
async def context(n, before, after):
    log("enter", n)
    await asyncio.sleep(before)
    try:
        yield n
    except Exception as error:
        log("context caught", n, error)
        await asyncio.sleep(after)
        raise
    finally:
        log("leave", n)
        await asyncio.sleep(after)


class Manager:
    def __init__(self, n, swallow):
        self.n, self.swallow = n, swallow

    async def __aenter__(self):
        log("aenter", self.n)
        return self.n

    async def __aexit__(self, kind, error, traceback):
        log("aexit", self.n, error)
        await asyncio.sleep(0)
        return self.swallow and isinstance(error, Exception)


async def waits(condition, n):
    async with condition:
        log("waits", n)
        try:
            return await condition.wait()
        finally:
            log("waited", n, condition.locked())


async def notifies(condition, n, before):
    await asyncio.sleep(before)
    async with condition:
        log("notifies", n)
        condition.notify(n)
    return "notified"


locks = [asyncio.Lock() for _ in range(2)]
events = [asyncio.Event() for _ in range(2)]
conditions = [asyncio.Condition(), asyncio.Condition(locks[0])]
semaphores = [asyncio.Semaphore({s0}), asyncio.BoundedSemaphore({s1})]
queues = [asyncio.Queue(), asyncio.Queue({q1}), asyncio.PriorityQueue({q2}), asyncio.LifoQueue({q3})]
{barriers}futures, counts = [], [0, 0, 0]


def count(k):
    counts[k] += 1
    return counts[k]


'''

MAIN = '''\


async def settle():
    """Wait for the rest, and cancel it as often as it takes."""
    for attempt in range(15):
        for _ in range(3):  # what closes a generator is begun before it is cancelled
            await asyncio.sleep(0)
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        if not rest:
            return
        rest = sorted(rest, key=lambda task: (len(task.get_name()), task.get_name()))
        log("rest", rest)
        if attempt:
            for task in rest:
                task.cancel()
        for lock in locks:
            if attempt > 2 and lock.locked():
                lock.release()
        await asyncio.wait(rest, timeout=30 if not attempt else 3)
    log("endless")


async def whole():
    tasks.clear()
    levels.clear()
    futures[:] = [asyncio.get_running_loop().create_future() for _ in range(3)]
    try:
        return await main()
    finally:
        await settle()


'''

DELAYS = [0, 0, 0, -1, 0.5, 1, 1, 1, 2, 2, 0.25, 3]


class Generator(Builder):
    def __init__(self, seed, features):
        super().__init__("asyncio/%d" % seed)
        self.features = features
        self.functions = self.rng.randint(2, 5)
        self.generators = self.rng.randint(1, 2)
        self.in_generator = False

    # --- Small things ---

    def delay(self):
        return self.rng.choice(DELAYS)

    def one_of(self, name, count):
        return "%s[%d]" % (name, self.rng.randrange(count))

    def lock(self):
        return self.one_of("locks", 2)

    def event(self):
        return self.one_of("events", 2)

    def condition(self):
        return self.one_of("conditions", 2)

    def semaphore(self):
        return self.one_of("semaphores", 2)

    def queue(self):
        return self.one_of("queues", 4)

    def future(self):
        return self.one_of("futures", 3)

    def barrier(self):
        return self.one_of("barriers", 2)

    def task(self):
        return "tasks[%d %% len(tasks)]" % self.rng.randrange(30)

    def message(self):
        return self.any("", "", "'m%d'" % self.n())

    def error(self):
        return "%s('e%d')" % (self.any("ValueError", "KeyError", "RuntimeError", "OSError", "asyncio.TimeoutError",
                                       "asyncio.CancelledError"), self.n())

    # --- Expressions ---

    def own(self, level):
        """A coroutine of the program itself, and its level."""
        if level + 1 < self.functions and self.chance(0.8):
            callee = self.rng.randrange(level + 1, self.functions)
            return "w%d(%d)" % (callee, self.n()), callee
        return self.native(), level + 0.5

    def native(self):
        """A coroutine of asyncio that waits for nothing but what is shared."""
        return self.any(
            lambda: "asyncio.sleep(%s, %d)" % (self.delay(), self.n()),
            lambda: "asyncio.sleep(%s)" % self.delay(),
            lambda: self.lock() + ".acquire()",
            lambda: self.semaphore() + ".acquire()",
            lambda: self.event() + ".wait()",
            lambda: self.queue() + ".get()",
            lambda: self.queue() + ".get()",
            lambda: "%s.put(%d)" % (self.queue(), self.n()),
            lambda: self.queue() + ".join()",
            lambda: "waits(%s, %d)" % (self.condition(), self.n()),
            lambda: "notifies(%s, %d, %s)" % (self.condition(), self.rng.randint(0, 2), self.delay()),
            lambda: "%s.wait()" % self.barrier() if "Barrier" in self.features else "asyncio.sleep(0)",
        )()

    def awaitable(self, level, depth=0):
        """Anything that can be awaited."""
        choice = self.rng.randrange(16 if depth < 3 else 8)
        if choice < 3:
            return self.own(level)[0]
        if choice < 6:
            return self.native()
        if choice == 6:
            return "pick(%s, %d)" % (level, self.rng.randrange(20)) if self.chance(0.7) else self.future()
        if choice == 7:
            return "Ticket(%d, %s)" % (self.any(0, 0, 1, 1, 2), self.future())
        if choice < 11:
            if "3.11" not in self.features:
                return self.native()
            return "asyncio.wait_for(%s, %s)" % (self.awaitable(level, depth + 1), self.any("None", *DELAYS))
        if choice < 14:
            return self.gather(level, depth + 1)
        return "asyncio.shield(%s)" % self.awaitable(level, depth + 1)

    def gather(self, level, depth):
        parts = [self.awaitable(level, depth) for _ in range(self.rng.randint(0, 3))]
        if parts and self.chance(0.1) and parts[0].startswith(("futures", "pick")):
            parts.append(parts[0])
        if self.chance(0.4):
            parts.append("return_exceptions=True")
        return "asyncio.gather(%s)" % ", ".join(parts)

    def action(self):
        """Something that is done at once, as an expression."""
        return self.any(
            lambda: self.event() + ".set()",
            lambda: self.event() + ".clear()",
            lambda: self.lock() + ".release()",
            lambda: self.semaphore() + ".release()",
            lambda: "%s.put_nowait(%d)" % (self.queue(), self.n()),
            lambda: "%s.put_nowait(%d)" % (self.queue(), self.n()),
            lambda: self.queue() + ".get_nowait()",
            lambda: self.queue() + ".task_done()",
            lambda: "%s.set_result(%d)" % (self.future(), self.n()),
            lambda: "%s.set_exception(%s)" % (self.future(), self.error()),
            lambda: "%s.cancel(%s)" % (self.future(), self.message()),
            lambda: "cancel(%d%s)" % (self.rng.randrange(30), self.any("", "", ", 'c%d'" % self.n())),
            lambda: "cancel(%d%s)" % (self.rng.randrange(30), self.any("", "", ", 'c%d'" % self.n())),
            lambda: "cancel(%d)" % self.rng.randrange(30),
            lambda: "%s.notify(%d)" % (self.condition(), self.rng.randint(0, 2)),
            lambda: "%s.notify_all()" % self.condition(),
            lambda: self.question(),
            lambda: "%s.shutdown(%s)" % (self.queue(), self.any("", "True")) if "shutdown" in self.features
            else self.event() + ".set()",
        )()

    def cancelling(self):
        return "cancelling" if "3.11" in self.features else "done"

    def question(self):
        return self.any(
            lambda: "%s.%s()" % (self.task(), self.any("done", "cancelled", "result", "exception", self.cancelling())),
            lambda: "%s.%s()" % (self.future(), self.any("done", "cancelled", "result", "exception")),
            lambda: "%s.locked()" % self.any(self.lock(), self.semaphore(), self.condition()),
            lambda: "%s.is_set()" % self.event(),
            lambda: "%s.%s()" % (self.queue(), self.any("qsize", "empty", "full")),
            lambda: "len(asyncio.all_tasks())",
            lambda: "repr(%s)" % self.any(self.lock(), self.semaphore(), self.condition(), self.event(),
                                          self.queue()),
            lambda: "repr(%s)" % self.any(self.task(), self.future()),
        )()

    # --- Statements ---

    def block(self, level, depth, size=3):
        return [self.statement(level, depth) for _ in range(self.rng.randint(1, size))]

    def statement(self, level, depth):
        simple = [(6, self.say), (8, self.wait), (10, self.do), (5, self.spawns), (2, self.cancels_itself),
                  (2, self.fails), (3, self.calls), (2, self.waits), (1, self.completes), (1, self.leaves),
                  (1, self.asks), (1, self.drives), (1, self.comprehends)]
        nested = [(8, self.tries), (4, self.locks), (4, self.times_out), (2, self.loops), (3, self.iterates),
                  (2, self.enters), (2, self.stacks), (2, self.conditions)]
        if "TaskGroup" in self.features:
            nested.append((5, self.groups))
        if "Barrier" in self.features:
            simple.append((2, self.barriers))
        if "contextvars" in self.features:
            simple.append((2, lambda level: self.line("var.set(%d)", self.n())))
        if depth < 3 and self.chance(0.5 if depth < 2 else 0.25):
            return self.weighed(nested)(level, depth + 1)
        made = self.weighed(simple)(level)
        return self.guarded(made) if self.chance(0.45) else made

    def guarded(self, statement):
        what = self.any("Exception", "Exception", "Exception", "asyncio.CancelledError", "BaseException")
        return self.compound(("try:", [statement]),
                             ("except %s as error:" % what, [self.line("log(%d, 'caught', error)", self.n())]))

    def say(self, level):
        return self.line("log(%d)", self.n())

    def wait(self, level):
        return self.line("log(%d, await %s)", self.n(), self.awaitable(level))

    def do(self, level):
        return self.line("log(%d, %s)", self.n(), self.action())

    def asks(self, level):
        return self.line("log(%d, %s)", self.n(), self.question())

    def spawns(self, level):
        coroutine, its = self.own(level)
        name = ", 'n%d'" % self.n() if self.chance(0.2) and "3.11" in self.features else ""
        return self.line("log(%d, spawn(%s, %s%s))", self.n(), coroutine, its, name)

    def cancels_itself(self, level):
        how = self.any("cancel(%s)" % self.message(), "cancel(%s)" % self.message(),
                       "uncancel()" if "3.11" in self.features else "cancel()", self.cancelling() + "()")
        return self.line("log(%d, asyncio.current_task().%s)", self.n(), how)

    def fails(self, level):
        return self.line("raise %s%s", self.error(), self.any("", "", " from None", " from " + self.error()))

    def leaves(self, level):
        return self.line("return" if self.in_generator else "return %d" % self.n())

    def calls(self, level):
        action = "act(%d, lambda: %s)" % (self.n(), self.action())
        return self.line(*self.any(
            ("asyncio.get_running_loop().call_soon(%s)", action),
            ("asyncio.get_running_loop().call_soon(%s, %d)", action, self.n()),
            ("asyncio.get_running_loop().call_later(%s, %s)", self.delay(), action),
            ("asyncio.get_running_loop().call_at(%.2f, %s)", self.delay(), action),
            ("handles.append(asyncio.get_running_loop().call_later(%s, %s))", self.delay(), action),
            ("handles and handles.pop().cancel()",),
            ("%s.add_done_callback(%s)", self.task(), action),
            ("%s.add_done_callback(%s)", self.future(), action)))

    def waits(self, level):
        several = ["spawn(%s, %s)" % self.own(level) for _ in range(self.rng.randint(1, 2))]
        several += [self.future() for _ in range(self.rng.randint(0, 1))]
        several += ["pick(%s, %d)" % (level, self.rng.randrange(20)) for _ in range(self.rng.randint(0, 2))]
        options = self.any("", ", timeout=%s" % self.delay())
        options += self.any("", ", return_when=asyncio.FIRST_COMPLETED", ", return_when=asyncio.FIRST_EXCEPTION")
        return self.line("log(%d, await asyncio.wait([f for f in [%s] if isinstance(f, asyncio.Future)]%s))",
                         self.n(), ", ".join(several), options)

    def completes(self, level):
        several = ["spawn(%s, %s)" % self.own(level) for _ in range(self.rng.randint(1, 3))]
        if "3.11" not in self.features:
            return self.say(level)
        return self.compound(
            ("for c in asyncio.as_completed([t for t in [%s] if t]%s):"
             % (", ".join(several), self.any("", ", timeout=%s" % self.delay())),
             [self.line("log(%d, await c)", self.n()) if self.chance(0.5) else
              self.guarded(self.line("log(%d, await c)", self.n()))]))

    def drives(self, level):
        """Drives an asynchronous generator by hand."""
        steps = [self.line("log(%d, await %s)", self.n(), self.any(
            "g.asend(None)", "g.asend(%d)" % self.n(), "anext(g)", "anext(g, 'end')", "g.athrow(%s)" % self.error()))
                 for _ in range(self.rng.randint(1, 4))]
        steps = [self.guarded(step) if self.chance(0.5) else step for step in steps]
        steps.insert(0, self.line("g = a%d(%d)", self.rng.randrange(self.generators), self.n()))
        return self.compound(("try:", steps), ("finally:", [self.line("log(%d, await g.aclose())", self.n())]))

    def comprehends(self, level):
        source = "a%d(%d)" % (self.rng.randrange(self.generators), self.n())
        made = self.line(*self.any(
            ("log(%d, [x async for x in %s])", self.n(), source),
            ("log(%d, {x: 1 async for x in %s})", self.n(), source),
            ("log(%d, [await %s for _ in range(2)])", self.n(), self.native())))
        # Caught here: 3.11 has a frame for the comprehension in a traceback, 3.12 has none.
        return self.compound(("try:", [made]),
                             ("except BaseException as error:", [self.line("log(%d, 'caught', error)", self.n())]))

    def tries(self, level, depth):
        parts = [("try:", self.block(level, depth))]
        if self.chance(0.3):
            parts.append(("except asyncio.CancelledError as error:",
                          [self.line("log(%d, 'cancelled', error)", self.n())] + self.block(level, depth, 1)
                          + self.any([], [self.line("raise")])))
        if self.chance(0.5):
            parts.append(("except %s as error:" % self.any("Exception", "ValueError", "(RuntimeError, KeyError)",
                                                           "BaseException"),
                          [self.line("log(%d, 'caught', error)", self.n())] + self.block(level, depth, 2)
                          + self.any([], [], [self.line("raise")])))
            if self.chance(0.2):
                parts.append(("else:", self.block(level, depth, 1)))
        if len(parts) == 1 or self.chance(0.3):
            parts.append(("finally:", [self.line("log(%d, 'finally')", self.n())] + self.block(level, depth, 2)))
        return self.compound(*parts)

    def locks(self, level, depth):
        what = self.any(self.lock, self.lock, self.semaphore, self.condition)()
        return self.compound(("async with %s:" % what, self.block(level, depth)))

    def conditions(self, level, depth):
        condition, k = self.condition(), self.rng.randrange(3)
        inside = self.any(
            [self.line("log(%d, await %s.wait())", self.n(), condition)],
            [self.line("log(%d, await %s.wait_for(lambda: count(%d) %% 3 == 0))", self.n(), condition, k)],
            [self.line("%s.notify(%d)", condition, self.rng.randint(0, 3))],
            [self.line("%s.notify_all()", condition)])
        if self.chance(0.3):
            inside += self.block(level, depth, 2)
        return self.compound(("async with %s:" % condition, inside))

    def times_out(self, level, depth):
        n = self.n()
        how = self.any("timeout(%s)", "timeout(%s)", "timeout(%s)", "timeout_at(%s)") % self.any("None", *DELAYS)
        inside = self.block(level, depth)
        if self.chance(0.3):
            inside.insert(self.rng.randrange(len(inside) + 1),
                          self.line("c%d.reschedule(%s)", n, self.any("None", self.delay(), self.delay(),
                                    "asyncio.get_running_loop().time() + %s" % self.delay())))
        parts = [("try:", [self.compound(("async with asyncio.%s as c%d:" % (how, n), inside)),
                           self.line("log(%d, c%d.expired())", self.n(), n)])]
        if self.chance(0.8):
            parts.append(("except TimeoutError as error:",
                          [self.line("log(%d, 'timed out', c%d.expired(), c%d, error)", self.n(), n, n)]))
        else:
            parts.append(("finally:", [self.line("log(%d, asyncio.current_task().%s())", self.n(), self.cancelling())]))
        return self.compound(*parts)

    def loops(self, level, depth):
        inside = self.block(level, depth)
        if self.chance(0.4):
            inside.append(self.compound(("if i == 1:", [self.line(self.any("break", "continue"))])))
        parts = [("for i in range(%d):" % self.rng.randint(1, 3), inside)]
        if self.chance(0.2):
            parts.append(("else:", self.block(level, depth, 1)))
        return self.compound(*parts)

    def iterates(self, level, depth):
        inside = [self.line("log(%d, x)", self.n())] + self.block(level, depth, 2)
        if self.chance(0.4):
            inside.append(self.line("break"))
        return self.compound(("async for x in a%d(%d):" % (self.rng.randrange(self.generators), self.n()), inside))

    def enters(self, level, depth):
        manager = self.any("context(%d, %s, %s)" % (self.n(), self.delay(), self.delay()),
                           "Manager(%d, %s)" % (self.n(), self.any(True, False)))
        return self.compound(("async with %s as got:" % manager, self.block(level, depth)))

    def stacks(self, level, depth):
        inside = [self.line("await stack.enter_async_context(Manager(%d, %s))", self.n(), self.any(True, False)),
                  self.line("stack.push_async_callback(asyncio.sleep, %s)", self.delay()),
                  self.line("stack.callback(log, %d)", self.n()),
                  self.line("await stack.enter_async_context(%s)", self.lock())]
        self.rng.shuffle(inside)
        inside = inside[:self.rng.randint(1, 3)] + self.block(level, depth, 2)
        return self.compound(("async with contextlib.AsyncExitStack() as stack:", inside))

    def groups(self, level, depth):
        inside = []
        for _ in range(self.rng.randint(0, 3)):
            coroutine, its = self.own(level)
            inside.append(self.line("log(%d, spawn(%s, %s, create=group.create_task))", self.n(), coroutine, its))
        if self.chance(0.5):
            inside += self.block(level, depth, 2)
        group = self.compound(("async with asyncio.TaskGroup() as group:", inside or [self.line("pass")]))
        if self.chance(0.2):
            return group
        if "except*" in self.features and self.chance(0.5):
            handler = [self.line("log(%d, 'some', error)", self.n()), self.guarded(self.wait(level))]
            handler += self.any([], [self.fails(level)], [self.line("raise")])
            return self.compound(
                ("try:", [group]),
                ("except* %s as error:" % self.any("ValueError", "(KeyError, OSError)", "Exception"), handler),
                ("except* RuntimeError as error:", [self.line("log(%d, 'more', error)", self.n())]))
        return self.compound(("try:", [group]),
                             ("except %s as error:" % self.any("BaseExceptionGroup", "ExceptionGroup"),
                              [self.line("log(%d, 'group', error)", self.n())]))

    def barriers(self, level):
        barrier = self.barrier()
        return self.any(
            lambda: self.line("log(%d, await %s.wait())", self.n(), barrier),
            lambda: self.line("log(%d, await %s.%s())", self.n(), barrier, self.any("reset", "abort")),
            lambda: self.line("log(%d, %s.n_waiting, %s.broken, %s)", self.n(), barrier, barrier, barrier),
            lambda: self.compound(("async with %s as position:" % barrier,
                                   [self.line("log(%d, position)", self.n()), self.wait(level)])))()

    # --- The whole ---

    def function(self, level):
        body = self.block(level, 0, 7 if level == 0 else 5)
        return self.compound(("async def w%d(n):" % level,
                              [self.line("log('start', n)")] + body + [self.line("return n")]))

    def generator(self, number):
        """An asynchronous generator: no yield in it stands where it could stop it from being closed."""
        self.in_generator = True
        level = self.functions
        body = []
        for _ in range(self.rng.randint(1, 3)):
            body.append(self.line("log(%d, 'got', (yield %d))", self.n(), self.n()))
            if self.chance(0.6):
                body.append(self.weighed([(2, self.wait), (2, self.say), (1, self.do), (1, self.fails)])(level))
            if self.chance(0.2):
                body.append(self.compound(("for i in range(2):", [self.line("yield i"), self.wait(level)])))
        if self.chance(0.4):
            cleanup = [self.line("log(%d, 'closing')", self.n())]
            if self.chance(0.7):
                cleanup.append(self.wait(level))
            body = [self.compound(("try:", body), ("finally:", cleanup))]
        elif self.chance(0.3):
            body = [self.compound(("try:", body),
                                  ("except %s as error:" % self.any("ValueError", "Exception", "asyncio.CancelledError"),
                                   [self.line("log(%d, 'in generator', error)", self.n())]))]
        self.in_generator = False
        return self.compound(("async def a%d(n):" % number, [self.line("log('generator', n)")] + body))

    def main(self):
        body = []
        if "eager" in self.features and self.chance(0.15):
            body.append(self.line("asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)"))
        for _ in range(self.rng.randint(1, 4)):
            level = self.rng.randrange(min(2, self.functions))
            body.append(self.line("spawn(w%d(%d), %d)", level, self.n(), level))
            if self.chance(0.4):
                body.append(self.line("await asyncio.sleep(%s)", self.delay()))
            if self.chance(0.4):
                body.append(self.do(0))
        body = [self.guarded(statement) if "log" in statement[0][0] else statement for statement in body]
        body.append(self.line(self.any("log('end')", "log('end')", "return tasks[0].result()", self.fails(0)[0][0])))
        return self.compound(("async def main():", body))

    def program(self):
        has = self.features.__contains__
        imports = "import contextvars\n\nvar = contextvars.ContextVar('var', default=0)\n" if has("contextvars") else ""
        prelude = PRELUDE.format(
            imports=imports, var=" var.get()," if imports else "", s0=self.rng.randint(0, 2), s1=self.rng.randint(1, 2),
            q1=self.rng.randint(1, 2), q2=self.any(0, 0, 1), q3=self.any(0, 1, 3),
            barriers="barriers = [asyncio.Barrier(2), asyncio.Barrier(%d)]\n" % self.rng.randint(1, 3)
            if has("Barrier") else "")
        tree = [self.line(prelude + "handles = []")]
        tree += [self.generator(number) for number in range(self.generators)]
        tree += [self.function(level) for level in range(self.functions)]
        tree += [self.line(MAIN.strip("\n")), self.main(), self.line("asyncio.run(whole())")]
        if self.chance(0.05) and "3.11" in self.features:
            tree.append(self.line("asyncio.run(whole())"))
        return tree


def program(seed, features):
    """The tree of the program of this seed, of what is in `features`."""
    return Generator(seed, features).program()

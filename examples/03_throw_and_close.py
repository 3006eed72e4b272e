"""An exception can be thrown into a generator, at the very `yield` where it waits.

Look at what the `yield` does in each case: `throw` makes it raise the given exception, which the body may handle;
`close` makes it raise GeneratorExit, which the body must not swallow; `finally` runs in both.
"""


def worker():
    try:
        while True:
            try:
                job = yield "ready"
                print("  working on", job)
            except ValueError as error:
                print("  never mind:", error)
    finally:
        print("  cleaning up")


gen = worker()
print(next(gen))
print(gen.send("job 1"))
print(gen.throw(ValueError("a bad job")))
print(gen.send("job 2"))
gen.close()
print("closed; closing again does nothing")
gen.close()

gen = worker()
next(gen)
try:
    gen.throw(KeyError("not handled inside"))
except KeyError as error:
    print("came out again:", repr(error))
try:
    next(gen)
except StopIteration:
    print("and the generator is finished")

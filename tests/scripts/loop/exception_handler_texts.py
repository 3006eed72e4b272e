# call_exception_handler(): what the default handler writes, byte for byte.
# record: stderr
import asyncio

loop = asyncio.new_event_loop()


def raised(error):
    try:
        raise error
    except BaseException as caught:
        return caught


loop.call_exception_handler({"message": "only a message"})
loop.call_exception_handler({})
loop.call_exception_handler({"message": None})
loop.call_exception_handler({"message": "", "zebra": 1, "apple": "text", "exception": None})
loop.call_exception_handler({"message": "an exception", "exception": raised(ValueError("bad"))})
loop.call_exception_handler({"message": "without a traceback", "exception": KeyError("k"), "extra": [1, 2]})
loop.default_exception_handler({"exception": raised(ZeroDivisionError("by zero")), "b": 2, "a": (1,)})
loop.call_exception_handler({"message": "an exit", "exception": raised(SystemExit(3))})
print(loop.get_exception_handler())


def handler(loop_, context):
    print("handler", loop_ is loop, sorted(context))


loop.set_exception_handler(handler)
print(loop.get_exception_handler() is handler)
loop.call_exception_handler({"message": "for the handler", "b": 1, "a": 2})


def failing(loop_, context):
    raise ValueError("the handler fails")


loop.set_exception_handler(failing)
loop.call_exception_handler({"message": "original", "exception": raised(TypeError("first"))})


def exits(loop_, context):
    raise SystemExit("from the handler")


loop.set_exception_handler(exits)
try:
    loop.call_exception_handler({"message": "original"})
except SystemExit as error:
    print("SystemExit", error)
loop.set_exception_handler(None)
for wrong in (5, "handler"):
    try:
        loop.set_exception_handler(wrong)
    except TypeError as error:
        print(error)
loop.call_exception_handler({"message": "the default one again"})
loop.close()

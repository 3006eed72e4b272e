# currentframe(), stack(), getframeinfo(), trace().
import inspect


def inner():
    frames = inspect.stack()
    for info in frames:
        print(info.function, info.lineno, info.code_context, info.index, info.filename == __file__)
    frame, filename, lineno, function, lines, index = frames[1]
    print(function, lineno, len(frames[0]), frame.f_code.co_name)
    caller = inspect.currentframe().f_back
    print(caller.f_code.co_name, caller.f_lineno, inspect.getframeinfo(caller)[1:])
    print(inspect.getframeinfo(caller, context=3).code_context, inspect.getframeinfo(caller, context=3).index)


def outer():
    value = 1
    inner()
    return inspect.currentframe().f_locals


print(outer())


def fail():
    raise ValueError


try:
    fail()
except ValueError as e:
    print([(info.function, info.lineno) for info in inspect.trace()])
    print(inspect.getframeinfo(e.__traceback__).lineno, inspect.istraceback(e.__traceback__))
    print([info.function for info in inspect.getinnerframes(e.__traceback__)])

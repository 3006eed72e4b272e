"""What the scripts about except* share: an exception with its parts, causes, contexts and lines."""


def show(error, indent=""):
    cause = " from " + repr(error.__cause__) if error.__cause__ else ""
    context = " in " + repr(error.__context__) if error.__context__ else ""
    print(indent + repr(error) + cause + context, lines(error))
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            show(inner, indent + "    ")


def lines(error):
    found, at = [], error.__traceback__
    while at:
        found.append((at.tb_frame.f_code.co_name, at.tb_lineno))
        at = at.tb_next
    return found


def attempt(function):
    print("--", function.__name__)
    try:
        function()
    except BaseException as error:
        show(error)

# global: in functions, nested functions, class bodies, loops; before the name exists.
counter = 0


def count():
    global counter, made
    counter += 1
    made = f"made {counter}"

    def inner():
        return counter

    def shadow():
        counter = "local"
        return counter

    def again():
        global counter
        counter += 10
    again()
    return inner(), shadow()


print(count(), counter, made)


def loops():
    global i
    for i in range(3):
        pass
    global imported
    import math as imported
    global function

    def function():
        return "global function"
    global Class

    class Class:
        pass
    with open(__file__) as file:
        global line
        line = file.readline()
    try:
        1 / 0
    except ZeroDivisionError as caught:
        pass
    del globals()["made"]


loops()
print(i, imported.__name__, function(), function.__qualname__, Class.__qualname__, line.strip()[:8], "made" in globals())


def deletes():
    global i
    del i


deletes()
try:
    i
except NameError as e:
    print(e)
try:
    deletes()
except NameError as e:
    print(e)
exec("global fresh; fresh = 'at module level it means nothing'")
print(fresh)

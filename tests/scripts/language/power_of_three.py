# pow() with three arguments: integers only, floats refuse, and classes with a __pow__ of three.
class Power:
    def __pow__(self, other, modulo=None):
        return "pow", other, modulo

    def __rpow__(self, other, modulo=None):
        return "rpow", other, modulo


class Two:
    def __pow__(self, other):
        return "two"


class Real(float):
    pass


for args in [(2, 10, 1000), (2, -1, 7), (2, 5, 0), (2, 2, 3.0), (2.0, 2, 3), (2, 2.0, 3), (2, 2, "x"), ("x", 2, 3), (2, "x", 3),
             (Power(), 2, 3), (2, Power(), 3), (2, 3, Power()), (Power(), 2), (2, Power()), (Two(), 2), (Two(), 2, 3),
             (2, 3, None), (2, Real(1), 3), ([], 1, Real(2)), (True, True, True), (2, 3, ())]:
    shown = tuple(type(arg).__name__ if isinstance(arg, (Power, Two)) else arg for arg in args)
    try:
        print(shown, pow(*args))
    except Exception as error:
        print(shown, type(error).__name__, error)

# ** of floats: cases and errors.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: (2.0 ** 0.5, 2 ** 0.5, 4 ** -0.5, 0.0 ** 0, 0.0 ** 0.0, float('nan') ** 0, 1 ** float('nan')))
show(lambda: (float('inf') ** -1, float('-inf') ** 3, float('-inf') ** 2, float('-inf') ** -1, (-2.0) ** 3, (-8.0) ** 2.0))
show(lambda: (0.5 ** float('inf'), 2.0 ** float('-inf'), (-1) ** float('inf'), (-0.0) ** 3, (-0.0) ** 2))
show(lambda: 0.0 ** -1)
show(lambda: [abs(0.0) ** float('-inf'), (-0.0) ** float('-inf'), 0 ** float('-inf')])
show(lambda: 0 ** -1.5)
show(lambda: 10.0 ** 400)
show(lambda: (-10.0) ** 401)
show(lambda: 1e-200 ** 2)
show(lambda: 2.0 ** 10**400)
show(lambda: (pow(2.0, 3), pow(2, -2), pow(0.25, 0.5)))
show(lambda: pow(2.0, 3, 2))
show(lambda: (1e308 * 10, -1e308 * 10, 1e308 + 1e308))
show(lambda: 1e308 * 10**400)

# int / int is the nearest float, however long the operands.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: 10**400 / 10**399)
show(lambda: 10**400 / 3)
show(lambda: 1 / 10**400)
show(lambda: -(10**400) / 10**390)
show(lambda: (2**53 + 1) / 1)
show(lambda: (2**54 + 3) / 2)
show(lambda: (2**1080 + 1) / 2**2154)
show(lambda: 3 / 2**1075)
show(lambda: 1 / 2**1075)
show(lambda: 1 / 2**1076)
show(lambda: 2**1024 / 1)
show(lambda: (2**1024 - 2**970) / 1)
show(lambda: (2**1024 - 2**970 - 1) / 1)
show(lambda: 0 / -10**30)
show(lambda: 10**30 / 0)

# Caret ranges in statements: for, with, del, augmented assignment, unpacking, return.
# record: stderr
def bad_for():
    for x in 5:
        pass


def bad_unpack():
    a, b = 1, 2
    a, b = [1, 2, 3]


def bad_del():
    d = {}
    del d["k"]


def bad_aug():
    n = 1
    n += "x"


def bad_with():
    with 5 as five:
        pass


def bad_store():
    t = (1, 2)
    t[0] = 5


def chain(fs):
    if fs:
        try:
            fs[0]()
        except Exception as e:
            chain(fs[1:])
            raise
    else:
        print("all have failed")


chain([bad_for, bad_unpack, bad_del, bad_aug, bad_with, bad_store])

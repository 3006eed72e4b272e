# finally: return, break and continue there replace what was under way.
def returns():
    try:
        return "try"
    finally:
        return "finally"


def swallows():
    try:
        1 / 0
    finally:
        return "swallowed"


def keeps():
    x = 1
    try:
        return x
    finally:
        x = 2


def breaks():
    for i in range(3):
        try:
            return i
        finally:
            if i == 1:
                break
            continue
    return f"broke at {i}"


def continues():
    done = []
    for i in range(3):
        try:
            1 / 0
        except ZeroDivisionError:
            continue
        finally:
            done.append(i)
    return done


def nested():
    try:
        try:
            return "inner"
        finally:
            print("first")
    finally:
        print("second")


print(returns(), swallows(), keeps(), breaks(), continues(), nested())


def generator():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


for x in generator():
    print(x)
    break
print(list(generator()))

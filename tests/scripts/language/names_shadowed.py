# Names of builtins are names like others; deleting them brings the builtin back.
len_ = len
len = 5
print(len, len_([1]))
del len
print(len([1, 2]))


def shadow(list, str=str):
    max = min
    return list, str(5), max(3, 1)


print(shadow("argument"))


def local():
    try:
        print(sum)
    except UnboundLocalError as e:
        print(e)
    sum = 1
    return sum


print(local())


class print_:
    id = 5

    def type(self):
        return type(self).__name__

    def get(self):
        return self.id, id is not self.id


print(print_().type(), print_().get())
for range in [range(3)]:
    print(list(range))
del range
print(list(range(2)))
import builtins
print(builtins.len is len_, builtins.__name__, hasattr(builtins, "nothing"))
print_ = print
def print(*args): print_("mine:", *args)
print("x")
del print
print("y")
True_ = True
__builtins_name = "x"
print(True_, [int for int in "ab"], int("5"))

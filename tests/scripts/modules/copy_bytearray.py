# copy.copy and copy.deepcopy of bytearrays and of a class derived from it.
import copy

array = bytearray(b"abc")
shallow, deep = copy.copy(array), copy.deepcopy([array, array])
array[0] = 90
print(array, shallow, deep, deep[0] is deep[1])


class Named(bytearray):
    pass


named = Named(b"xyz")
named.name = ["n"]
other, deeper = copy.copy(named), copy.deepcopy(named)
named.name.append("m")
named[0] = 65
print(other, other.name, deeper, deeper.name, type(other).__name__)

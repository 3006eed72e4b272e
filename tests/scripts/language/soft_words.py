# Words that are keywords in some places only, and names that look like keywords.
match, case, type_, _ = 1, 2, 3, 4
print(match, case, type_, _)
print_ = print
async_ = await_ = None
True_, none, NONE, Print, Class = 1, 2, 3, 4, 5
print_(True_, none, NONE, Print, Class, async_ is await_)


class match:
    case = 5

    def type(self, match):
        return match


print(match.case, match().type(6))


def type_of(match=1, *, case=2, type=3):
    return match, case, type


print(type_of(case=9, type=8, match=7))
__name = "two underscores"
print(__name, __name__)
exec = 5
print(exec)
del exec
nonlocal_ = lambda_ = 1
self = cls = 2
print(self, cls)

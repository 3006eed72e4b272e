# Frames of nested functions, closures and lambdas show their plain names.
# record: stderr
def outer():
    def inner(n):
        def innermost():
            return undefined_name_in_closure + n

        return innermost()

    return [inner(n) for n in range(2)]


class K:
    def method(self):
        return (lambda: outer())()


K().method()

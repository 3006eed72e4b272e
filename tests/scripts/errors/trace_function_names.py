# Frames of nested functions, closures and lambdas show their plain names.
# record: stderr
def outer():
    def inner(n):
        def innermost():
            return undefined_name_in_closure + n

        return innermost()

    for n in range(2):
        inner(n)


class K:
    def method(self):
        return (lambda: outer())()


K().method()

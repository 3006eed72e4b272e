# Caret ranges: the attribute that failed in a chain.
# record: stderr
class A:
    def __init__(self):
        self.b = self

    def go(self):
        return self


a = A()
print(a.b.go().b is a)
a.b.go().b.gone.b

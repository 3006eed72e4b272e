# A name that is an attribute of self.
# record: stderr
class Dog:
    def __init__(self):
        self.legs = 4

    def walk(self):
        return legs


Dog().walk()

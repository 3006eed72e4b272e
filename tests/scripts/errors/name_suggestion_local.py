# Did you mean: locals and built-ins are candidates, too.
# record: stderr
def area(width, height):
    total = width * height
    return totl


area(2, 3)

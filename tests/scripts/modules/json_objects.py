# json: dump and load with files; enumerations, subclasses, and dataclasses by default=.
import json
import io
from dataclasses import dataclass, asdict
from enum import IntEnum, StrEnum


class Level(IntEnum):
    LOW = 1


class Name(StrEnum):
    A = "a"


class Text(str):
    def __repr__(self):
        return "odd"


class Number(int):
    def __repr__(self):
        return "odd"


@dataclass
class Point:
    x: int
    y: int


f = io.StringIO()
json.dump({"p": [1, 2], "q": None}, f, indent=2)
print(f.getvalue())
f.seek(0)
print(json.load(f), json.load(io.StringIO("[1, 2]"), parse_int=float))
print(json.dumps([Level.LOW, Name.A, Text("t"), Number(5), {Level.LOW: 1, Name.A: 2, Number(3): 4}]))
print(json.dumps([Point(1, 2)], default=asdict))
try:
    json.load(io.StringIO("{bad}"))
except json.JSONDecodeError as error:
    print(error)
try:
    json.dump({"a": object}, io.StringIO())
except TypeError as error:
    print(error)
try:
    json.dumps([1], 2)
except TypeError as error:
    print(error)

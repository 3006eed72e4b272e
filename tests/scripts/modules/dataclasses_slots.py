# slots, frozen, order, kw_only, replace, asdict, make_dataclass.
import dataclasses
from dataclasses import dataclass, field


@dataclass(order=True, slots=True)
class Point:
    x: int
    y: int = field(default=2, compare=False)


@dataclass(frozen=True, kw_only=True)
class Config:
    name: str
    tags: list = field(default_factory=list, metadata={"unit": "text"})

    def __post_init__(self):
        object.__setattr__(self, "key", self.name.lower())


print(Point(1), Point(1) < Point(2), Point(1, 3) == Point(1, 4), Point.__slots__, Point.__match_args__)
print(sorted([Point(3), Point(1), Point(2)]), hasattr(Point(1), "__dict__"))
c = Config(name="A")
print(c, c.key, dataclasses.asdict(c), dataclasses.astuple(c), dataclasses.replace(c, name="B"), dataclasses.fields(c)[1].metadata)
print(dataclasses.make_dataclass("Made", ["a", ("b", int), ("c", int, 3)])(1, 2), dataclasses.is_dataclass(c), dataclasses.is_dataclass(3))
for attempt in (lambda: setattr(c, "name", "x"), lambda: delattr(c, "name"), lambda: Config("A"), lambda: Point(), lambda: Point(1, 2, 3),
                lambda: setattr(Point(1), "z", 1), lambda: dataclasses.fields(3), lambda: dataclasses.asdict(3), lambda: Point(1) < 3,
                lambda: dataclasses.replace(c, nothing=1), lambda: hash(Point(1)), lambda: dataclasses.make_dataclass("M", ["class"])):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")

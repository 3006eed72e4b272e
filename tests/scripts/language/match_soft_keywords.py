# match, case, type and _ are names everywhere else.
match = {"case": 1}
case = "case"
_ = "underscore"
type_ = type
print(match[case], match["case"], _)
match[case] = 2
match.update(x=3)
print(match, -match[case], match or 1)


def case(match):
    match match:
        case {"case": match}:
            return match
        case case:
            return case


print(case({"case": 5}), case(6))
match (1), 2:
    case 1, 2:
        print("a tuple without parentheses")
match -1:
    case -1:
        print("minus one")
match = 5
match: int = 6
match += 1
print(match)
match match, case:
    case [7, _]:
        print("both")
print(match if match else case, (match), [match], not match, match.real)
match *(1, 2), 3:
    case [*all]:
        print(all)
match lambda: 0:
    case f:
        print(f())

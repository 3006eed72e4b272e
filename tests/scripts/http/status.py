"""The codes of HTTP as numbers with names."""
# python: 3.11
from http import HTTPMethod, HTTPStatus

print(HTTPStatus.OK, repr(HTTPStatus.NOT_FOUND), HTTPStatus(418).name, HTTPStatus.IM_A_TEAPOT.phrase)
print(HTTPStatus.OK == 200, HTTPStatus.CREATED < 300, isinstance(HTTPStatus.OK, int), f"{HTTPStatus.OK}")
print([status.name for status in HTTPStatus])
print({status.value: status.phrase for status in HTTPStatus})
try:
    HTTPStatus(299)
except ValueError as error:
    print(error)
print(HTTPStatus["GONE"].value, HTTPStatus.GONE is HTTPStatus(410), {HTTPStatus.GONE: 1}[410])
print(HTTPMethod.GET, repr(HTTPMethod.POST), HTTPMethod.PUT == "PUT", [method.value for method in HTTPMethod])

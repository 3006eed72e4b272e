"""A server for coroutines: handlers by method and path, requests, responses."""
from aiohttp.web_app import AppKey, Application, middleware
from aiohttp.web_exceptions import *
from aiohttp.web_request import Request
from aiohttp.web_response import Response, StreamResponse, json_response
from aiohttp.web_routes import (
    Route, RouteTableDef, UrlDispatcher, delete, get, head, options, patch, post, put, route,
)
from aiohttp.web_runner import AppRunner, SockSite, TCPSite, run_app

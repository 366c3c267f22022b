"""The server: one page, one question; JSON only, within limits, and for this machine unless it is told otherwise."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from hedgelint.errors import HedgelintError, InputError
from hedgelint.serve.asked import asked
from hedgelint.serve.page import front
from hedgelint.serve.reading import Make, Reading

LARGEST = 64_000_000  # bytes of a question: a story and its sources, as base64
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class _Refused(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def application(make: Make, hosts: Sequence[str] = LOOPBACK) -> Starlette:
    """`hosts` are the names by which it may be called; a page elsewhere that calls it by another is refused."""
    reading = Reading(make)
    html = front()

    async def page(request: Request) -> Response:
        return HTMLResponse(html, headers=_HEADERS)

    async def xray(request: Request) -> Response:
        try:
            question = asked(await _body(request))
            return _json(await run_in_threadpool(reading.answer, question))
        except _Refused as refused:
            return _json({"error": str(refused)}, refused.status)
        except ClientDisconnect:
            return _json({"error": "gone"}, 400)
        except InputError as error:
            return _json({"error": str(error)}, 400)
        except HedgelintError as error:
            return _json({"error": str(error)}, 422)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        reading.close()

    return Starlette(
        routes=[Route("/", page), Route("/xray", xray, methods=["POST"])],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)],
        lifespan=lifespan,
    )


async def _body(request: Request) -> bytes:
    """Raises _Refused for what does not come from the page, is no JSON, or too large."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise _Refused(415, "JSON is wanted")
    origin = request.headers.get("origin")
    if origin is not None and origin.partition("://")[2] != request.headers.get("host"):
        raise _Refused(403, "a page from elsewhere asks")
    said = request.headers.get("content-length", "")
    if said.isdecimal() and int(said) > LARGEST:
        raise _Refused(413, f"more than {LARGEST // 1_000_000} MB")
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise _Refused(413, f"more than {LARGEST // 1_000_000} MB")
    return bytes(body)


def _json(data: object, status: int = 200) -> Response:
    return JSONResponse(data, status, headers=_HEADERS)

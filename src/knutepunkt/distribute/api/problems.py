"""Faults told to programs as RFC 9457 has it."""

from http import HTTPStatus

import msgspec
from django.http import HttpResponse


class Problem(Exception):  # noqa: N818 - the name RFC 9457 gives it
    """A request that is not answered. ``detail`` is one sentence for whoever asked.

    ``field`` names the parameter at fault, "" when it is no single one. ``retry_after`` are seconds
    to wait before asking again, where that helps.
    """

    def __init__(
        self, status: int, detail: str, *, field: str = "", retry_after: int | None = None
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.field = status, detail, field
        self.retry_after = retry_after

    def answer(self) -> HttpResponse:
        """The response that tells it."""
        told = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
        } | ({"field": self.field} if self.field else {})
        response = HttpResponse(
            msgspec.json.encode(told), content_type="application/problem+json", status=self.status
        )
        if self.retry_after is not None:
            response.headers["Retry-After"] = str(self.retry_after)
        return response

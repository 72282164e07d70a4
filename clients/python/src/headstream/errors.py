"""What can go wrong, in the server's own words."""


class HeadstreamError(Exception):
    """A refusal or a failure; the text is the server's `detail`, which names the thing and the remedy.

    `status` is the HTTP status, 0 where no answer came; `retry_after` the seconds after which the server asks to be asked again,
    where it does.
    """

    def __init__(self, detail: str, status: int = 0, retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.retry_after = retry_after


class TruncatedWarning(UserWarning):
    """An answer had more rows than were sent: narrow the question, or raise the limit."""

"""Ask other machines politely: with patience, with a name, and with an end."""

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3 import Retry
from urllib3.exceptions import HTTPError

import explainer
from explainer.ci.failure import FlowFailedError, one_line

AGENT = f"explainer-site/{explainer.__version__}"
TIMEOUT = (10, 60)  # seconds to connect, and between two pieces of an answer
RETRIED = (429, 500, 502, 503, 504)
_TOO_MANY = 429
_SAFE_TO_REPEAT = frozenset({"HEAD", "GET", "PUT", "PATCH", "DELETE"})
_PIECE = 65_536

Fault = requests.RequestException | HTTPError


class _Patience(Retry):
    """Ask again where nothing was done; a POST only when it was refused as one too many."""

    def is_retry(self, method: str, status_code: int, has_retry_after: bool = False) -> bool:
        """Tell whether an answer is one to be asked for again."""
        if status_code == _TOO_MANY:
            return bool(self.total)
        return super().is_retry(method, status_code, has_retry_after)


class Bearer(AuthBase):
    """A token for one machine; without one, requests would look into ~/.netrc."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Add the token to a request."""
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def session(
    *, token: str | None = None, retries: int = 4, pause: float = 1.0, about: str | None = None
) -> requests.Session:
    """Make a session that asks again after a passing fault, as late as the answer asks for.

    `about` is where those who are asked can read who asks them.
    `pause` is the first wait in seconds, which doubles; nobody is waited for longer than a minute.
    """
    policy = _Patience(
        total=retries,
        backoff_factor=pause,
        backoff_max=60,
        retry_after_max=60,
        status_forcelist=RETRIED,
        allowed_methods=_SAFE_TO_REPEAT,
        raise_on_status=False,
    )
    made = requests.Session()
    for scheme in ("https://", "http://"):
        made.mount(scheme, HTTPAdapter(max_retries=policy))
    made.auth = Bearer(token)
    made.headers["User-Agent"] = f"{AGENT} (+{about})" if about else AGENT
    return made


class Service:
    """The programming interface of one machine, below one address."""

    def __init__(self, name: str, address: str, asking: requests.Session) -> None:
        self.name, self._address, self._asking = name, address.rstrip("/"), asking

    def get(self, path: str, **parameters: str | int) -> Any:
        """Return what stands at a path, as JSON."""
        return self.json("GET", path, params=parameters)

    def json(self, method: str, path: str, **sent: Any) -> Any:
        """Send something, and return the answer as JSON; None when there is none."""
        answer = self.ask(method, path, **sent)
        if not answer.content:
            return None
        try:
            return answer.json()
        except ValueError:
            raise FlowFailedError(f"{self.name} did not answer {method} {path} in JSON") from None

    def ask(
        self, method: str, path: str, *, fine: Collection[int] = (), **sent: Any
    ) -> requests.Response:
        """Send something; raise `FlowFailedError` unless the answer is that it was done.

        `fine` are statuses that say it need not be done.
        """
        answer = self._sent(method, f"{self._address}{path}", **sent)
        if answer.status_code < 400 or answer.status_code in fine:
            return answer
        raise FlowFailedError(
            f"{self.name} answered {answer.status_code} to {method} {path}{_reason(answer)}"
        )

    def download(self, path: str, *, largest: int) -> bytes:
        """Return what a path leads to, on another machine perhaps, which gets no token."""
        answer = self.ask("GET", path, allow_redirects=False, stream=True)
        if answer.is_redirect:
            place = str(answer.headers["Location"])
            secure = urlsplit(self._address).scheme == "http" or place.startswith("https:")
            if not secure:
                raise FlowFailedError(f"{self.name} leads to an address that is not secure")
            answer = self._sent("GET", place, stream=True, auth=Bearer(None))
            if answer.status_code != 200:
                raise FlowFailedError(f"{self.name} leads to an answer {answer.status_code}")
        return _limited(answer, largest, self.name)

    def _sent(self, method: str, address: str, **sent: Any) -> requests.Response:
        try:
            return self._asking.request(method, address, timeout=TIMEOUT, **sent)
        except (requests.RequestException, HTTPError) as error:
            raise FlowFailedError(f"{self.name} cannot be reached: {cause(error)}") from None


def cause(error: Fault) -> str:
    """Say in a few words why a request failed; nothing of the request is repeated."""
    if isinstance(error, requests.Timeout):
        return "it takes too long to answer"
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate is not valid"
    reason: object = error
    while isinstance(reason, BaseException):
        if type(reason).__name__ == "NameResolutionError":
            return "its name leads nowhere"
        nested = getattr(reason, "reason", None) or (reason.args[0] if reason.args else None)
        if nested is reason or not isinstance(nested, BaseException):
            break
        reason = nested
    if isinstance(error, requests.ConnectionError):
        return "it does not answer"
    return f"the answer makes no sense ({type(error).__name__})"


def _reason(answer: requests.Response) -> str:
    """Return what an answer says itself about why not."""
    if answer.status_code == 401:
        return ": the token is not valid"
    try:
        said = answer.json()
    except ValueError:
        return ""
    message = said.get("message") if isinstance(said, Mapping) else None
    return f": {one_line(message)}" if isinstance(message, str) else ""


def _limited(answer: requests.Response, largest: int, name: str) -> bytes:
    """Read an answer that may be no larger than so many bytes, whatever it says of itself."""
    pieces, size = [], 0
    try:
        for piece in answer.iter_content(_PIECE):
            size += len(piece)
            if size > largest:
                answer.close()
                raise FlowFailedError(f"what {name} sends is larger than {largest:,} bytes")
            pieces.append(piece)
    except (requests.RequestException, HTTPError) as error:
        raise FlowFailedError(f"{name} broke off: {cause(error)}") from None
    return b"".join(pieces)

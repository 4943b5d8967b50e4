"""Random dates, as text that the grammar takes."""

from hypothesis import strategies as st

from explainer.dates import Edtf, iso_day, parse
from explainer.dates.grammar import read

DIGITS = "0123456789"
MARKS = st.sampled_from(["", "", "", "?", "~", "%"])


def figures(length: int) -> st.SearchStrategy[str]:
    """Draw so many figures, some of them unspecified."""
    return st.text(alphabet=DIGITS + "XX", min_size=length, max_size=length)


plain_days = st.integers(min_value=-3_652_424, max_value=3_652_059).map(iso_day)
years = st.integers(min_value=0, max_value=9999).map("{:04d}".format)
months = st.builds("{}-{:02d}".format, years, st.integers(min_value=1, max_value=12))
seasons = st.builds("{}-{}".format, years, st.integers(min_value=21, max_value=24))
long_years = st.builds(
    "Y{}{}".format,
    st.sampled_from(["", "-"]),
    st.integers(min_value=10_000, max_value=999_999_999_999),
)
partial = st.one_of(
    figures(4),
    st.builds("{}-{}".format, figures(4) | years, figures(2)),
    st.builds("{}-{}-{}".format, figures(4) | years, figures(2), figures(2)),
    st.builds("-{}".format, figures(4)),
)
unmarked = st.one_of(plain_days, months, years, seasons, long_years, partial)
singles = st.builds("{}{}".format, unmarked, MARKS).filter(lambda text: read(text) is not None)
moments = st.builds(
    "{}T{}{}".format, plain_days, st.times().map("{:%H:%M:%S}".format), st.sampled_from(["", "Z"])
)


def _interval(first: str, second: str, shape: str) -> str:
    start, end = sorted((parse(first), parse(second)), key=_middle)
    return shape.format(start=start, end=end)


def _middle(date: Edtf) -> int:
    return (date.earliest or 0) + (date.latest or 0)


intervals = st.builds(
    _interval,
    singles,
    singles,
    st.sampled_from(["{start}/{end}"] * 4 + ["{start}/..", "../{end}", "{start}/", "/{end}"]),
).filter(lambda text: read(text) is not None)

texts = singles | intervals | moments
dates = texts.map(parse)

"""How much room words take in a drawing, before any browser has set them."""

_SIZE = 11.5  # pixels, the size of the labels in the drawings
_NARROW, _WIDE = set("iljtfrI.,:;'!|()[] -"), set("mwMWOQGCDHNU@%&—")


def text_width(text: str, *, size: float = _SIZE) -> float:
    """Return how many pixels a text takes in a common sans-serif type, rather too many."""
    ems = 0.0
    for letter in text:
        if letter in _NARROW:
            ems += 0.36
        elif letter in _WIDE:
            ems += 0.84
        elif ord(letter) > 0x2E80:  # Chinese, Japanese, Korean
            ems += 1.05
        elif letter.isupper():
            ems += 0.72
        else:
            ems += 0.59
    return ems * size


def shortened(text: str, pixels: float) -> str:
    """Return as much of a text as fits, cut between words, with an ellipsis where it is cut."""
    if text_width(text) <= pixels:
        return text
    words, kept = text.split(), ""
    for word in words:
        longer = f"{kept} {word}".strip()
        if text_width(f"{longer}…") > pixels:
            break
        kept = longer
    return f"{kept.rstrip(',;:–-')}…" if kept else ""

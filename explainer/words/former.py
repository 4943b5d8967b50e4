"""Countries that are no more, whose names CLDR has dropped: by their codes of ISO 3166-3."""

from collections.abc import Mapping

from explainer.words.marks import msgid

FORMER_COUNTRIES: Mapping[str, str] = {
    "AN": msgid("Netherlands Antilles"),
    "CT": msgid("Canton and Enderbury Islands"),
    "DD": msgid("East Germany"),
    "DY": msgid("Dahomey"),
    "FQ": msgid("French Southern and Antarctic Territories"),
    "HV": msgid("Upper Volta"),
    "JT": msgid("Johnston Island"),
    "MI": msgid("Midway Islands"),
    "NH": msgid("New Hebrides"),
    "NQ": msgid("Dronning Maud Land"),
    "NT": msgid("Neutral Zone"),
    "PC": msgid("Pacific Islands (trust territory)"),
    "PU": msgid("US Miscellaneous Pacific Islands"),
    "PZ": msgid("Panama Canal Zone"),
    "RH": msgid("Southern Rhodesia"),
    "SU": msgid("Soviet Union"),
    "TP": msgid("East Timor"),
    "VD": msgid("North Vietnam"),
    "WK": msgid("Wake Island"),
    "YD": msgid("South Yemen"),
    "YU": msgid("Yugoslavia"),
    "ZR": msgid("Zaire"),
}
"""Their usual names, for readers."""

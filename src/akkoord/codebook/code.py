"""Actor codes: who acts, as `PARTY` or `PARTY/SECTOR`, several at once joined with `+`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, get_args

import pycountry
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from akkoord.codebook.terms import Sector
from akkoord.errors import AkkoordError

KINDS = ("ORG", "REG", "PER")
NAMELESS = "INT"
KOSOVO = "XKX"  # has no place in ISO 3166-1 yet; the code that the EU, IMF and World Bank use

_SECTORS: frozenset[str] = frozenset(get_args(Sector))
_NAME = re.compile(rf"(?:{'|'.join(KINDS)}):\S(?:[^+]*[^+\s])?")

_LIKE_SECTOR = re.compile(r"/[A-Z]{3}$")


class BadCode(AkkoordError, ValueError):
    """A text that is not an actor code; says which part is wrong and why."""


@cache
def states() -> frozenset[str]:
    """Every state or territory that may stand as a party, by ISO 3166-1 alpha-3."""
    return frozenset(country.alpha_3 for country in pycountry.countries) | {KOSOVO}


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """One actor code. `texts` holds its parts, each `PARTY` or `PARTY/SECTOR`, in alphabetical order."""

    texts: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> "Code":
        """The code that a text such as `RUS/GOV`, `ORG:LNA/REB` or `RUS+UKR` stands for; raises `BadCode`."""
        return _parsed(text)

    @classmethod
    def of(cls, party: str, sector: str | None = None) -> "Code":
        return cls.parse(f"{party}/{sector}" if sector else party)

    @property
    def parts(self) -> tuple["Code", ...]:
        """The single codes of a joined code; a single code is its own only part."""
        return (self,) if len(self.texts) == 1 else tuple(Code((text,)) for text in self.texts)

    @property
    def party(self) -> str:
        """The party or, for a joined code, the parties joined: no sector."""
        if len(self.texts) == 1:
            return _split(self.texts[0])[0]
        return "+".join(dict.fromkeys(_split(text)[0] for text in self.texts))

    @property
    def sector(self) -> str | None:
        """The sector that all parts share, else none."""
        if len(self.texts) == 1:
            return _split(self.texts[0])[1]
        sectors = {_split(text)[1] for text in self.texts}
        return sectors.pop() if len(sectors) == 1 else None

    @property
    def whole(self) -> "Code":
        """The same party or parties without sector."""
        return Code.parse(self.party)

    @property
    def name(self) -> str | None:
        """The name in `ORG:`, `REG:` and `PER:` codes; none for states, `INT` and joined codes."""
        kind, colon, name = self.party.partition(":")
        return name if colon and len(self.texts) == 1 and kind in KINDS else None

    @property
    def is_state(self) -> bool:
        return len(self.texts) == 1 and self.party in states()

    def with_sector(self, sector: str | None) -> "Code":
        """Every part in the given sector, or in none."""
        return join_codes(Code.of(_split(text)[0], sector) for text in self.texts)

    def __add__(self, other: "Code") -> "Code":
        return join_codes((self, other))

    def __str__(self) -> str:
        return "+".join(self.texts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """In JSON a code is its text."""
        from_text = core_schema.no_info_after_validator_function(cls.parse, core_schema.str_schema())
        return core_schema.json_or_python_schema(
            json_schema=from_text,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), from_text]),
            serialization=core_schema.plain_serializer_function_ser_schema(
                str, return_schema=core_schema.str_schema()
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        single = rf"(?:[A-Z]{{3}}|(?:{'|'.join(KINDS)}):[^+]+?)(?:/(?:{'|'.join(sorted(_SECTORS))}))?"
        return {"type": "string", "title": "Code", "pattern": rf"^{single}(?:\+{single})*$"}


@lru_cache(maxsize=1 << 14)
def _parsed(text: str) -> Code:
    parts = text.split("+")
    for part in parts:
        _check(part)
    return Code(tuple(sorted(set(parts))))


def join_codes(codes: Iterable[Code]) -> Code:
    """Several actors as one code, in alphabetical order, none twice. Raises `BadCode` for no code at all."""
    texts = sorted({text for code in codes for text in code.texts})
    if not texts:
        raise BadCode("no code to join")
    return Code(tuple(texts))


@lru_cache(maxsize=1 << 14)
def parties_in(codes: tuple[Code, ...]) -> frozenset[str]:
    """The parties of some codes, without sectors; unnamed groups (`INT`) left out."""
    found = {part.party for code in codes for part in code.parts}
    return frozenset(found - {NAMELESS})


@lru_cache(maxsize=65536)
def _split(text: str) -> tuple[str, str | None]:
    """Party and sector. A name may hold a slash itself: only a known sector after the last is a sector."""
    party, slash, sector = text.rpartition("/")
    return (party, sector) if slash and sector in _SECTORS else (text, None)


def _check(text: str) -> None:
    party, _ = _split(text)
    if party == NAMELESS or party in states():
        return
    if _LIKE_SECTOR.search(party):
        raise BadCode(f"{text!r} is no actor code: its sector is none of {', '.join(sorted(_SECTORS))}")
    if not _NAME.fullmatch(party):
        raise BadCode(
            f"{text!r} is no actor code: give an ISO 3166-1 alpha-3 code, INT, or ORG:, REG:, PER: and a name"
        )

"""Text cut into words as the Dutch UD treebanks have them; the words of a Doc rebuild the text exactly.

Takes any text, gives a Doc of words and white space. Hyphenated words, numbers, times, scores and addresses
are one word, abbreviations keep their dot. It knows no grammar and no sentences.

It is a scanner of our own: spaCy's tokenizer searches a chunk's affixes anew for each sign it takes off,
which is quadratic in the length of the chunk, and can't look at what comes after it (an initial, a
possessive apostrophe).
"""

import re
from functools import lru_cache

from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab

from akkoord.errors import AkkoordError
from akkoord.language.abbreviations import CAPITAL_TITLES, DOUBTFUL, KNOWN

SINGLE = "'’‘´`"  # apostrophes and single quotation marks, as newspapers mix them
HYPHEN = "\\-\u2010\u2011"
PICTURES = "\u2190-\u2bff\U0001f000-\U0001faff"  # arrows, mathematical signs, emoji
DIVIDERS = f'\\s.,;:!?…()\\[\\]{{}}<>"“”„‟«»‹›‚{SINGLE}{HYPHEN}‒–—―/¡¿•·●▪⁃{PICTURES}'
PICTURE = f"(?:[\U0001f1e6-\U0001f1ff]{{2}}|[{PICTURES}][\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*)"
LETTERS = f"[^{DIVIDERS}]++"  # all that divides nothing: letters of any script, digits, % + = & and so on
# Groups give nothing back by (?>...): up to Python 3.11.4, (...)*+ may match nothing at all where it should match.
WORD = rf"""
    [{HYPHEN}]?{LETTERS}
    (?>(?: (?: [{HYPHEN}/] | (?<=\d)[‒–](?=\d) | [’'](?=[^\W\d_]|\d\d(?!\d)) | (?<=\d)[,:](?=\d)
          | \.- | \.(?![A-ZÀ-Þ][a-zß-ÿ]) | (?<![a-zß-ÿ\d]{{2}})\.  # else a full stop that lacks its space
        ){LETTERS}
      | \([a-zß-ÿ]{{1,8}}\)
    )*)
    (?: [{HYPHEN}](?![{HYPHEN}]) | (?<=\d),[-–—]+ )?
"""
SCANNER = re.compile(
    rf"""
      (?P<address> (?:https?://|www\.)[^\s<>"“”„«»]*[^\s<>"“”„«».,;:!?…'’)\]]
                 | [\w.+\-]{{1,64}}@\w[\w\-]*+(?>(?:\.\w[\w\-]*+)+) )
    | (?P<year> [{SINGLE}]\d\d(?!\d)(?:[{HYPHEN}]?{LETTERS})? )
    | (?P<clitic> [{SINGLE}](?:[stnmkrSTNMKR]|ns)(?=[{DIVIDERS}]|$)(?:[{HYPHEN}]{LETTERS})* )
    | (?P<word> (?:\([^\W\d_]{{1,24}}-?\)(?=[^\W\d_]))?{WORD} )
    | ,(?=,,) | ,, | '' | `` | ‘‘ | ’’ | \.{{2,}}+ | [{HYPHEN}]{{2,}}+ | {PICTURE}(?>(?:\u200d{PICTURE})*) | .
    """,
    re.VERBOSE | re.DOTALL,
)
INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])+")
SMALL = ("'t", "’t", "Chr.")  # they go on after an initial as a small letter does
MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
SEASONS = "jaren|jaar|seizoen|zomer|winter|herfst|najaar|voorjaar|eind|begin"
BEFORE_YEAR = re.compile(rf"{MONTHS}|{SEASONS}|in|sinds|van|tot|uit|en|na|voor|vanaf|-|–", re.IGNORECASE)
LONGEST_KEPT = 32  # characters of a chunk whose cuts are remembered


class NotText(AkkoordError):
    """Characters that can't be written in UTF-8."""


class Words(DummyTokenizer):
    """The tokenizer of the Dutch pipeline."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Raises `NotText` for half a surrogate pair, which no file in UTF-8 can hold."""
        words, spaces = cut(text)
        try:
            return Doc(self.vocab, words=words, spaces=spaces)
        except UnicodeEncodeError as error:
            raise NotText(
                f"the text holds half a character (U+{ord(error.object[error.start]):04X}); remove it"
            ) from None


def cut(text: str) -> tuple[list[str], list[bool]]:
    """Words and white space in order, and whether a blank follows each that is no word of its own."""
    words: list[str] = []
    spaces: list[bool] = []
    chunks = re.findall(r"\S+|\s+", text)
    quoted = False
    for i, chunk in enumerate(chunks):
        if chunk.isspace():
            _add_blank(chunk, words, spaces)
            quoted = quoted and "\n" not in chunk
        elif chunk.isalpha():
            words.append(chunk)
            spaces.append(False)
        else:
            parts = _parts(chunk, _before(chunks, i), _after(chunks, i))
            quoted = _join_possessive(parts, quoted)
            words.extend(parts)
            spaces.extend([False] * len(parts))
    return words, spaces


def _add_blank(blank: str, words: list[str], spaces: list[bool]) -> None:
    """As spaCy has it: one blank belongs to the word before, what is more is a token of white space."""
    if words and blank[0] == " ":
        spaces[-1] = True
        blank = blank[1:]
    if blank:
        belongs = len(blank) > 1 and blank[-1] == " "
        words.append(blank[:-1] if belongs else blank)
        spaces.append(belongs)


def _before(chunks: list[str], i: int) -> str:
    """What is before a chunk: `^` the start of a line, `y` a word that years follow, else nothing of note."""
    if i == 0 or "\n" in chunks[i - 1] or (i == 1 and chunks[0].isspace()):
        return "^"
    return "y" if BEFORE_YEAR.fullmatch(chunks[i - 2]) else ""


def _after(chunks: list[str], i: int) -> str:
    """What follows a chunk: `$` a line's end, `a` a small letter or digit, `A` a capital, `(` anything else."""
    if i + 2 >= len(chunks) or "\n" in chunks[i + 1]:
        return "$"
    following = chunks[i + 2]
    if following[0].islower() or following[0].isdigit() or following.startswith(SMALL):
        return "a"
    return "A" if following[0].isupper() else "("


def _parts(chunk: str, before: str, after: str) -> list[str]:
    if len(chunk) > LONGEST_KEPT:
        return _scan(chunk, before, after)
    return list(_remembered(chunk, before, after))


@lru_cache(maxsize=50_000)
def _remembered(chunk: str, before: str, after: str) -> tuple[str, ...]:
    return tuple(_scan(chunk, before, after))


def _scan(chunk: str, before: str, after: str) -> list[str]:
    """The words of a chunk that holds no white space."""
    parts: list[str] = []
    at, size = 0, len(chunk)
    while at < size:
        match = SCANNER.match(chunk, at)
        assert match is not None  # its last alternative takes any character
        end = match.end()
        if match.lastgroup == "year" and not _is_year(match.group(), before):
            end = at + 1
        elif match.lastgroup == "word" and chunk[end : end + 1] == "." != chunk[end + 1 : end + 2]:
            follows = after if end + 1 == size else "("
            end += _keeps_dot(match.group(), before if at == 0 else "", follows)
        parts.append(chunk[at:end])
        at = end
    return parts


def _is_year(mark: str, before: str) -> bool:
    """Two digits behind a mark that may open a quotation: a year where words say so; behind `’` always."""
    return mark[0] == "’" or before == "y" or (len(mark) > 3 and "-jarig" not in mark)


def _keeps_dot(word: str, before: str, after: str) -> bool:
    """Whether the dot behind a word is its own."""
    if before == "^" and after in "aA" and (len(word) == 1 or word.isdigit()):
        return True  # the number of an item in a list
    if len(word) == 1 and word.isalpha() and word not in "uU":
        return after in "a(" or (word.isupper() and after == "A")
    if INITIALS.fullmatch(word):
        return True
    if len(word) > 1 and word.isupper():
        return False  # the name of a state or body, at a sentence's end
    parts = word.lower().replace("-", ".").split(".")
    if parts[-1] not in KNOWN or not all(
        len(part) == 1 or part in KNOWN for part in word.lower().split(".")[:-1]
    ):
        return False
    if parts[-1] in DOUBTFUL:
        return after == "a" or (after == "A" and word in CAPITAL_TITLES)
    return True


def _join_possessive(parts: list[str], quoted: bool) -> bool:
    """Join the apostrophe of `Jenkins' boek` to its name if no quotation is open; tell if one is now."""
    if parts[0] in ("'", "‘"):
        return len(parts) < 2 or parts[-1] not in ("'", "’")
    if parts[-1] not in ("'", "’"):
        return quoted and not {"'", "’"} & set(parts)
    if not quoted and len(parts) == 2 and parts[0][0].isupper() and parts[0][-1] in "sxzSXZ":
        parts[:] = ["".join(parts)]
    return False

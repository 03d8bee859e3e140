"""The mentions of a report: which words name or point to an actor, and who that is.

Takes signals; gives mentions with codes. Who somebody is, the words themselves say first, then what the report said
of that name elsewhere, then what the mention most likely points back to. Where none of these tells, there is no code.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from akkoord.reading.actors import Lexicon, Phrase, describe, known_in
from akkoord.reading.antecedents import antecedent
from akkoord.reading.mention import Known
from akkoord.reading.newcomers import newcomers
from akkoord.reading.phrases import named, whole_phrases
from akkoord.reading.scene import Scene
from akkoord.reading.signals import Signals, Stretch

MENTION = 0.25
BEHIND = 9  # words of an apposition at most


def find_mentions(signals: Signals, published: date | None) -> list[Known]:
    """All mentions in the order of the text, with codes where their own words or those of others like them tell."""
    marked = whole_phrases(signals, "actor", signals.stretches("actor", MENTION))
    stretches = sorted([*marked, *named(signals, "actor", marked)], key=lambda stretch: stretch.first)
    return told_apart(signals, stretches, published)


def told_apart(signals: Signals, stretches: Sequence[Stretch], published: date | None) -> list[Known]:
    """Mentions with what their own words say, and what fuller mentions of the same name say."""
    found, own = [], newcomers(signals, published)
    described: dict[tuple[str, ...], Phrase] = {}  # names come again and again
    for stretch in stretches:
        words = tuple(signals.form(i) for i in stretch.words)
        said = _as_inside(signals, stretch, words, own.book)
        phrase = described.get(said) or describe(said, published, own.book)
        described[said] = phrase
        mention = Known(
            stretch=stretch,
            words=words,
            phrase=phrase,
            name=_name(signals, stretch.end - 1),
            pronoun=len(words) == 1 and signals.upos[stretch.first] in ("PRON", "DET"),
            code=phrase.code,
            why=phrase.why if phrase.code else (),
        )
        sure = own.sure.get(phrase.code.whole) if phrase.code and mention.is_name else None
        found.append(replace(mention, known_by="itself", sure=sure) if sure else mention)
    found = [_in_apposition(signals, mention, published, own.book) for mention in found]
    told = Told()
    for mention in found:
        told.learn(mention)
    return [told.applied(mention) for mention in found]


def _as_inside(signals: Signals, stretch: Stretch, words: tuple[str, ...], book: Lexicon) -> tuple[str, ...]:
    """The words of a mention as they would be inside a sentence, where "gastheer" in front of a name is no name."""
    first = stretch.first
    starts = signals.sentence(first).start == first and signals.upos[first] == "NOUN"
    if not starts or known_in(words[:1]) or book.find(words[:1]):
        return words
    return (words[0][:1].lower() + words[0][1:], *words[1:])


def resolve(signals: Signals, mentions: Sequence[Known]) -> list[Known]:
    """The mentions with codes for those whose words don't tell, in the order of the text."""
    found, told, scene = list(mentions), Told(), Scene.of(signals)
    for mention in mentions:
        told.learn(mention)
    for i in range(len(found)):
        if found[i].code is None:
            mention = told.applied(found[i])
            found[i] = mention if mention.code else antecedent(scene, found, i)
            told.learn(found[i])
    return found


class Told:
    """What the report says of a name: the code of its first mention that tells more than the name itself."""

    def __init__(self) -> None:
        self._by_surname: dict[str, Known] = {}

    def learn(self, mention: Known) -> None:
        """Remember a mention that tells who bears a name; "de president van Iran" bears the name of a state."""
        surname = mention.surname
        if (
            mention.code is None
            or len(mention.code.parts) > 1
            or surname is None
            or surname in self._by_surname
        ):
            return
        if mention.phrase.name or mention.phrase.person or (mention.is_name and not mention.phrase.code):
            self._by_surname[surname] = mention

    def applied(self, mention: Known) -> Known:
        """The mention with the code told of its name, unless its own words say more than a name."""
        fuller = self._by_surname.get(mention.surname or "")
        bare = mention.code is None or (mention.is_name and mention.phrase.person is not None)
        if fuller is None or fuller is mention or not bare or len(mention.words) > max(2, len(fuller.words)):
            return mention
        return replace(
            mention,
            code=fuller.code,
            known_by="name",
            sure=fuller.sure,
            why=(f"named as {' '.join(fuller.words)}",),
        )


def _in_apposition(signals: Signals, mention: Known, published: date | None, book: Lexicon) -> Known:
    """A person's name with the code of what stands right behind it: "Virtanen (EVP)", "Virtanen, leider van de EVP"."""
    if mention.code is not None or mention.name != "PER":
        return mention
    words = _behind(signals, mention.stretch.end)
    phrase = describe(words, published, book)
    said = phrase.sector is not None and phrase.name is None and phrase.person is None and not phrase.plural
    if not words or not (said or signals.form(mention.stretch.end) == "("):
        return mention
    if phrase.code is None and said:
        return replace(mention, phrase=replace(mention.phrase, sector=phrase.sector))
    if phrase.code is None or len(phrase.code.parts) > 1:
        return mention
    return replace(mention, code=phrase.code, why=(f"with {' '.join(words)}",))


def _behind(signals: Signals, end: int) -> tuple[str, ...]:
    """The words in brackets or after a comma at `end`, past an age in brackets; none where they are no apposition."""
    mark = signals.form(end) if end + 1 < len(signals.offsets) else ""
    if mark not in ("(", ","):
        return ()
    stop = next((i for i in range(end + 1, len(signals.offsets)) if _ends(signals, i)), end + 1)
    words = tuple(signals.form(i) for i in range(end + 1, stop))
    if mark == "(" and len(words) == 1 and words[0].isdigit():
        return _behind(signals, stop + 1)
    return words if len(words) < BEHIND else ()


def _ends(signals: Signals, word: int) -> bool:
    """Whether an apposition ends before a word: a mark, a verb or a clause."""
    verb = signals.upos[word] == "VERB" and signals.relations[word] == "ROOT"
    return verb or signals.upos[word] in ("AUX", "SCONJ") or not signals.form(word)[0].isalnum()


def _name(signals: Signals, word: int) -> str:
    """The kind of name that a word belongs to; a proper noun that names none is taken for a person's."""
    return signals.names[word] or ("PER" if signals.upos[word] == "PROPN" else "")

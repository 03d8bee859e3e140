"""The brief itself: one page out of a dossier, a section at a time.

Takes a `Dossier`; gives a `Brief`. It says what reports say and who says it, each line with where it stands, and
nothing beyond. It knows nothing of Markdown or terminals.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from akkoord.brief.dealings import accord_name, place_texts, provisions_text
from akkoord.brief.language import Language, quoted
from akkoord.brief.sheet import Brief, Item, Section
from akkoord.brief.sheets import circle_text, happening_text, side_texts, stances_text, step_text
from akkoord.brief.wants import wants_of
from akkoord.codebook import AgreementStatus, EventType, TalkStatus, parties_in
from akkoord.dossier import (
    LIKELY,
    Accord,
    Citation,
    Dossier,
    Happening,
    Line,
    Precondition,
    Round,
    deal_together,
)
from akkoord.when import When

LAYERS_OF_BRIEF = ("events", "statements", "agreements", "talks")
RECENT_REPORTS = 600  # the newest ones, read in full; of those before them the brief has what still stands
LATELY = timedelta(
    days=7
)  # what has changed counts from a week before the last report, unless a day is given
MOST_LINES = 6  # in a section, so that the brief stays one page
MOST_EVENTS = 4
NARROW = timedelta(days=62)  # an event of which the day is less known than this is none of the last ones
WORDS: frozenset[EventType] = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONSULT"})
"""Types that say what somebody wants, or that stand in the brief as talks, and so are no deeds."""
STILL = timedelta(days=366)  # a deed of before is no longer where the process stands
_TOLD_FIRST: tuple[tuple[TalkStatus, ...], ...] = (
    ("held",),
    ("planned", "proposed"),
    ("refused", "cancelled", "attempted"),
)


def make_brief(dossier: Dossier, language: Language, since: date | None = None) -> Brief:
    """The brief of a dossier; `since` is the day from which changes count, a week before the last report if None."""
    last = dossier.as_of or dossier.last_day
    from_day = since or (last - LATELY if last else date.min)
    sections = (
        Section(
            "standing", language.say("sections", "standing"), _items(_standing(dossier, language), language)
        ),
        _wants(dossier, language),
        Section(
            "first",
            language.say("sections", "first"),
            (*_items(_first(dossier, language), language), *_older(dossier, "conditions", language)),
        ),
        Section(
            "talks",
            language.say("sections", "talks"),
            (*_items(_talks(dossier, language), language), *_older(dossier, "talks", language)),
        ),
        Section(
            "agreements", language.say("sections", "agreements"), _items(_pacts(dossier, language), language)
        ),
        Section(
            "disputed", language.say("sections", "disputed"), _items(_disputed(dossier, language), language)
        ),
        Section(
            "changed",
            language.say("sections", "changed", since=language.day(from_day)),
            _items(_changed(dossier, from_day, language), language),
        ),
    )
    values = {
        "as_of": last.isoformat() if last else None,
        "since": from_day.isoformat(),
        "parties": list(dossier.opponents),
        "reports": dossier.reports,
    }
    return Brief(_title(dossier, language), _subtitle(dossier, last, language), sections, values)


def _title(dossier: Dossier, language: Language) -> str:
    name = dossier.scope.name or " – ".join(language.party(party) for party in dossier.opponents)
    title = language.say("titles", "brief")
    return f"{title}: {name}" if name else title


def _subtitle(dossier: Dossier, last: date | None, language: Language) -> str:
    if last is None:
        return ""
    as_of = language.say("titles", "as_of", day=language.day(last))
    return f"{as_of}; {_extent(dossier, language)}"


def _extent(dossier: Dossier, language: Language) -> str:
    """How many reports there are, and of which time."""
    if not dossier.period:
        return language.say("titles", "no_reports")
    first, last = map(language.when, dossier.period)
    key = "report" if dossier.reports == 1 else "reports_of" if first == last else "reports"
    return language.say("titles", key, count=dossier.reports, first=first, last=last)


def _items(found: Iterator[Item], language: Language) -> tuple[Item, ...]:
    """The lines found, or one that says that there are none."""
    return tuple(found) or (Item(language.say("phrases", "nothing")),)


def _between(dossier: Dossier, parties: Sequence[str]) -> bool:
    return not dossier.opponents or deal_together(parties, dossier.opponents)


def _rounds(dossier: Dossier) -> list[Round]:
    return [found for found in dossier.rounds if _between(dossier, found.parties)]


def _accords(dossier: Dossier) -> list[Accord]:
    return [accord for accord in dossier.accords if _between(dossier, accord.parties)]


def _standing(dossier: Dossier, language: Language) -> Iterator[Item]:
    """The last talks held, offered and failed, the last word on an agreement, the last deeds of the main parties."""
    rounds = _rounds(dossier)
    for statuses in _TOLD_FIRST:
        found = next((one for one in rounds if one.status in statuses), None)
        if found:
            yield _round_item(dossier, found, language)
    if accords := _accords(dossier):
        yield _accord_item(accords[0], language)
    deeds = (happening for happening in reversed(dossier.happenings) if _is_deed(happening, dossier))
    for happening in reversed(list(islice(deeds, MOST_EVENTS))):
        yield _happening_item(dossier, happening, language)


def _is_deed(happening: Happening, dossier: Dossier) -> bool:
    """Whether a main party did it, or is told to have done it, in the last year on a day that is more or less known;
    what more likely than not no report tells is left to the timeline.
    """
    main = not dossier.opponents or bool(parties_in(happening.actors) & set(dossier.opponents))
    likely = happening.chance >= LIKELY
    told = happening.reality == "actual" and happening.type not in WORDS
    return told and main and likely and _is_recent(dossier.when(happening), dossier.as_of or dossier.last_day)


def _is_recent(when: When, last: date | None) -> bool:
    """Whether a time is that of a day, more or less, in the year before the last one."""
    if when.earliest is None or when.latest is None or when.latest - when.earliest > NARROW:
        return False
    return last is None or last - when.latest <= STILL


def _happening_item(dossier: Dossier, happening: Happening, language: Language) -> Item:
    citations = tuple(happening.cite())
    what = f"{language.when(dossier.when(happening))}: {happening_text(happening, language)}"
    steps = dossier.narrowing.reasoning(happening)
    reasoning = tuple(Item(step_text(step, language)) for step in steps)
    return Item(f"{what}. {quoted(citations[0].words)}", citations, reasoning)


def _round_item(dossier: Dossier, found: Round, language: Language) -> Item:
    """Day, channel, parties, place, status, in that order, and the words of the report that gives the status."""
    _, status, citation = found.history[-1]
    what = [f"{language.say('channels', found.channel or 'none')} {language.parties(found.parties)}"]
    text = ", ".join([*what, *place_texts(found, language)])
    told = f"{language.say('talk', status)}{language.voice(citation)}"
    return Item(
        f"{language.when_told(dossier.when_held(found), citation)}: {text}: {told}. {quoted(citation.words)}",
        tuple(found.cite()),
    )


def _accord_item(accord: Accord, language: Language) -> Item:
    _, status, citation = accord.history[-1]
    told = f"{language.say('agreement', status)}{language.voice(citation)}"
    when = f", {language.when(accord.when)}" if accord.when else ""
    parties = language.parties(accord.parties)
    name = accord.name or language.say("phrases", "nameless")
    return Item(f"{name} ({parties}{when}): {told}. {quoted(citation.words)}", (citation,))


def _wants(dossier: Dossier, language: Language) -> Section:
    sheet, unsure, left = wants_of(dossier, language)
    notes = [Item(language.say("phrases", "unsure"))] if unsure else []
    items = (*notes, *_more(left, "positions", language))
    return Section("wants", language.say("sections", "wants"), items, sheet)


def _first(dossier: Dossier, language: Language) -> Iterator[Item]:
    """Circles first, then conditions between the main parties that are not met."""
    for circle in dossier.circles[:MOST_LINES]:
        citations = [citation for condition in circle.conditions for citation in condition.citations]
        yield Item(circle_text(circle, language), tuple(citations))
    open_ones = [c for c in dossier.preconditions if c.state != "met" and _concerns(c, dossier)]
    likely = [condition for condition in open_ones if condition.chance >= LIKELY]
    for condition in likely[:MOST_LINES]:
        yield _condition_item(condition, language)
    yield from _more(len(open_ones) - len(likely[:MOST_LINES]), "conditions", language)


def _concerns(condition: Precondition, dossier: Dossier) -> bool:
    named = {condition.imposed_by, condition.requirement.party, condition.consequence.party}
    return not dossier.opponents or bool(named & set(dossier.opponents))


def _condition_item(condition: Precondition, language: Language) -> Item:
    who = f"{language.party(condition.imposed_by)}: " if condition.imposed_by else ""
    words = f"{quoted(condition.needed)} → {quoted(condition.then)}"
    ground = (condition.ground,) if condition.ground else ()
    text = f"{who}{words} ({language.say('states', condition.state)})"
    return Item(text, (*condition.citations, *ground))


def _talks(dossier: Dossier, language: Language) -> Iterator[Item]:
    rounds = _rounds(dossier)
    for found in rounds[:MOST_LINES]:
        yield _round_item(dossier, found, language)
    yield from _more(len(rounds) - MOST_LINES, "talks", language)


def _pacts(dossier: Dossier, language: Language) -> Iterator[Item]:
    """Each agreement with its parts, provisions and what became of them."""
    accords = _accords(dossier)
    for accord in accords[:MOST_LINES]:
        item = _accord_item(accord, language)
        inner = [
            Item(text)
            for text in (_third(accord, language), provisions_text(dossier, accord, language))
            if text
        ]
        parts = [_accord_item(part, language) for part in accord.parts]
        yield Item(item.text, tuple(accord.cite()), (*inner, *parts))
    yield from _more(len(accords) - MOST_LINES, "agreements", language)


def _third(accord: Accord, language: Language) -> str:
    third = accord.third_parties
    return language.say("phrases", "third_parties", who=language.parties(third)) if third else ""


def _disputed(dossier: Dossier, language: Language) -> Iterator[Item]:
    found = [c for c in dossier.contradictions if not dossier.opponents or c.parties & set(dossier.opponents)]
    for one in found[:MOST_LINES]:
        heading = language.say("kinds", one.kind)
        inner = tuple(Item(text) for text in side_texts(one, language))
        yield Item(f"{heading} ({language.parties(sorted(one.parties))})", (), inner)
    yield from _more(len(found) - MOST_LINES, "contradictions", language)


def _changed(dossier: Dossier, since: date, language: Language) -> Iterator[Item]:
    """Positions that changed, and new statuses of talks and agreements, told on or after a day."""
    for line in dossier.lines:
        if line.party.partition("/")[0] in dossier.opponents or not dossier.opponents:
            yield from _changes_of(line, since, language)
    for found in _rounds(dossier):
        what = f"{language.say('channels', found.channel or 'none')} {language.parties(found.parties)}"
        when = language.when_told(dossier.when_held(found), found.history[-1][2])
        yield from _statuses(f"{what}, {when}", found.history, "talk", since, language)
    for accord in _accords(dossier):
        yield from _statuses(accord_name(accord, language), accord.history, "agreement", since, language)


def _changes_of(line: Line, since: date, language: Language) -> Iterator[Item]:
    """The days on which the likeliest stance is one that was not told before."""
    for change in line.changes():
        if change.day >= since and change.after[0].stance not in {stand.stance for stand in change.before}:
            text = language.say(
                "phrases", "stance_changed", party=language.party(line.party.partition("/")[0]),
                issue=language.say("issues", line.issue), before=stances_text(change.before, language),
                after=stances_text(change.after, language),
            )  # fmt: skip
            citations = tuple(stand.citation for stand in (*change.after, *change.before))
            yield Item(f"{text}. {quoted(change.after[0].citation.words)}", citations)


def _statuses(
    what: str,
    history: Sequence[tuple[date, TalkStatus | AgreementStatus, Citation]],
    group: str,
    since: date,
    language: Language,
) -> Iterator[Item]:
    """The last status of something, where it was told since a day, with the one before."""
    day, status, citation = history[-1]
    if day < since:
        return
    after = language.say(group, status)
    if len(history) > 1:
        before = language.say(group, history[-2][1])
        text = language.say("phrases", "status_changed", what=what, before=before, after=after)
        yield Item(text, (citation, history[-2][2]))
    else:
        yield Item(language.say("phrases", "status_new", what=what, after=after), (citation,))


def _older(dossier: Dossier, command: str, language: Language) -> Iterator[Item]:
    """Says that there are reports before those that were read in full, and how to see what they tell of this."""
    if dossier.older:
        seen_with = f"akkoord {command} --newest 0"
        yield Item(language.say("phrases", f"older_{command}", count=dossier.older, command=seen_with))


def _more(count: int, command: str, language: Language) -> Iterator[Item]:
    """Says how many more there are than those that stand here, and how to see them."""
    if count > 0:
        yield Item(language.say("phrases", "more", count=count, command=f"akkoord {command}"))

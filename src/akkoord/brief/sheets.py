"""The brief's sisters: timeline, positions, conditions, sayings, contradictions.

Takes a `Dossier`; gives `Sheet`s, whose rows carry their citations and the same as values for programs. It knows
nothing of Markdown or terminals.
"""

from collections.abc import Sequence
from datetime import date

from akkoord.brief.language import Language, mark, quoted
from akkoord.brief.sheet import Row, Sheet, citation_values, columns_of, reason_values
from akkoord.dossier import (
    Circle,
    Contradiction,
    Dossier,
    Happening,
    Line,
    Matter,
    Precondition,
    Saying,
    Stand,
    Step,
)
from akkoord.when import When

UNSURE = " (?)"  # behind what is more likely misread than not


def timeline(dossier: Dossier, language: Language, since: date | None = None) -> Sheet:
    """Happenings by day, with how the day was found where the first report did not give it."""
    columns = columns_of(language, "day", "event", "words", "why", "sources")
    found = [h for h in dossier.happenings if since is None or _latest(dossier, h) >= since]
    return Sheet(
        language.say("titles", "timeline"), columns, [_happening_row(dossier, h, language) for h in found]
    )


def _latest(dossier: Dossier, happening: Happening) -> date:
    return dossier.when(happening).latest or happening.reported


def _happening_row(dossier: Dossier, happening: Happening, language: Language) -> Row:
    steps = dossier.narrowing.reasoning(happening)
    reasoning = [step_text(step, language) for step in steps]
    citations = tuple(happening.cite())
    event = happening_text(happening, language)
    values = {
        "when": str(dossier.when(happening)),
        "type": happening.type,
        "mode": happening.mode,
        "actors": [str(code) for code in happening.actors],
        "recipients": [str(code) for code in happening.recipients],
        "place": happening.place,
        "reality": happening.reality,
        "claimed_by": [str(code) for code in happening.claimed_by],
        "denied_by": [str(t.event.claimed_by) for t, _ in happening.denials],
        "reasoning": [_step_values(step) for step in steps],
        "joined": [reason_values(reason) for reason in happening.reasons],
        "could_be": len(happening.either),
        "sources": citation_values(citations),
    }
    cells = (language.when(dossier.when(happening)), event, quoted(citations[0].words), "\n".join(reasoning))
    return Row(cells, citations, values)


def happening_text(happening: Happening, language: Language) -> str:
    """Who does what to whom, on whose word, and who says otherwise."""
    who = language.codes(happening.actors) or language.say("phrases", "somebody")
    phrases = [who, language.does(happening.type, happening.actors)]
    if happening.others:
        phrases.append("→ " + language.codes(happening.others))
    text = " ".join(phrases)
    if happening.place and happening.place not in text:
        text += f" ({happening.place})"
    notes = []
    if happening.reality == "negated":
        notes.append(language.say("phrases", "not_happened"))
    if happening.reality == "future":
        notes.append(language.say("phrases", "planned"))
    if happening.claimed_by:
        notes.append(language.say("phrases", "according_to", who=language.codes(happening.claimed_by)))
    notes.extend(_denials(happening, language))
    if len(happening.either) > 1:
        notes.append(language.say("phrases", "could_be", count=len(happening.either)))
    return "; ".join([text, *dict.fromkeys(notes)])


def _denials(happening: Happening, language: Language) -> list[str]:
    return [
        language.say("phrases", "denied_by", who=language.code_name(telling.event.claimed_by))
        if telling.event.claimed_by
        else language.say("phrases", "denied")
        for telling, _ in happening.denials
    ]


def step_text(step: Step, language: Language) -> str:
    """One step of narrowing: the days before, what narrows them, the days after."""
    rule = language.say(
        "rules", step.rule, citation=mark(step.citation), words=quoted(step.citation.words, 80)
    )
    return f"{language.when(step.before)}; {rule} → {language.when(step.after)}"


def _step_values(step: Step) -> dict[str, object]:
    return {
        "before": str(step.before),
        "after": str(step.after),
        "rule": step.rule,
        "source": citation_values([step.citation])[0],
    }


def positions(dossier: Dossier, language: Language, on: date | None = None) -> Sheet:
    """Per party and issue the stance on a day (the last), since when, and what it was before."""
    columns = columns_of(language, "party", "issue", "stance", "since", "before", "words", "sources")
    rows = [_line_row(line, line.on(on or date.max), language) for line in dossier.lines]
    return Sheet(language.say("titles", "positions"), columns, [row for row in rows if row])


def _line_row(line: Line, stands: Sequence[Stand], language: Language) -> Row | None:
    if not stands:
        return None
    before = [change for change in line.changes() if change.day <= stands[-1].day]
    since = before[-1].after[0] if before else line.stands[0]
    earlier = stances_text(before[-1].before, language) if before else ""
    values = {
        "party": line.party,
        "issue": line.issue,
        "stances": [stand.stance for stand in stands],
        "chances": [round(stand.chance, 3) for stand in stands],
        "since": str(since.published),
        "changes": [
            {
                "published": str(change.after[0].published),
                "before": [stand.stance for stand in change.before],
                "after": [stand.stance for stand in change.after],
                "sources": citation_values(stand.citation for stand in change.after),
            }
            for change in before
        ],
        "sources": citation_values(stand.citation for stand in stands),
    }
    cells = (
        language.party(line.party.partition("/")[0]),
        language.say("issues", line.issue),
        stances_text(stands, language),
        language.when(since.published),
        earlier,
        quoted(stands[0].citation.words),
    )
    return Row(cells, tuple(stand.citation for stand in stands), values)


def stances_text(stands: Sequence[Stand], language: Language) -> str:
    """The stances, each once, with whose word it is where it is somebody else's, and a mark where it may be misread."""
    texts = (
        f"{language.say('stances', s.stance)}{language.voice(s.citation)}{'' if s.likely else UNSURE}"
        for s in stands
    )
    return ", ".join(dict.fromkeys(texts))


def conditions(dossier: Dossier, language: Language) -> Sheet:
    """What must hold before what, set by whom, and whether it does."""
    columns = columns_of(language, "set_by", "needed", "then", "status", "sources")
    rows = [_condition_row(condition, language) for condition in dossier.preconditions]
    return Sheet(language.say("titles", "conditions"), columns, rows)


def _condition_row(condition: Precondition, language: Language) -> Row:
    ground = f" {mark(condition.ground)}" if condition.ground else ""
    values = {
        "imposed_by": condition.imposed_by,
        "requirement": condition.needed,
        "consequence": condition.then,
        "requirement_about": [condition.requirement.issue, condition.requirement.party],
        "consequence_about": [condition.consequence.issue, condition.consequence.party],
        "chance": round(condition.chance, 3),
        "state": condition.state,
        "ground": citation_values([condition.ground])[0] if condition.ground else None,
        "sources": citation_values(condition.citations),
    }
    cells = (
        language.party(condition.imposed_by) if condition.imposed_by else "",
        quoted(condition.needed),
        quoted(condition.then),
        language.say("states", condition.state) + ground,
    )
    return Row(cells, tuple(condition.citations), values)


def circle_text(circle: Circle, language: Language) -> str:
    """Who waits for what, all the way round."""
    steps = [
        language.say(
            "phrases",
            "waits_for",
            waiting=matter_text(matter, language),
            awaited=matter_text(after, language),
        )
        for matter, after in zip(circle.matters, (*circle.matters[1:], circle.matters[0]), strict=True)
    ]
    return language.say("phrases", "circle", steps="; ".join(steps))


def matter_text(matter: Matter, language: Language) -> str:
    known = matter.issue in language.keys("issues")
    name = language.say("issues", matter.issue) if known else quoted(matter.issue, 60)
    return f"{name} ({language.party(matter.party)})" if matter.party else name


def said(found: Sequence[Saying], query: str, language: Language) -> Sheet:
    """Who said what, the newest first, in the words of the report."""
    columns = columns_of(language, "day", "who", "words", "sources")
    rows = [_saying_row(saying, language) for saying in found]
    return Sheet(language.say("titles", "said", query=quoted(query)), columns, rows)


def _saying_row(saying: Saying, language: Language) -> Row:
    first = saying.first
    code = f" [{first.code}]" if first.code else ""
    values = {
        "published": first.citation.published,
        "speaker": first.speaker,
        "code": str(first.code) if first.code else None,
        "cue": first.cue,
        "content": first.content,
        "direct": first.direct,
        "joined": [reason_values(reason) for reason in saying.reasons],
        "sources": citation_values(saying.cite()),
    }
    cells = (
        language.when(When.parse(first.citation.published)),
        first.speaker + code,
        quoted(first.citation.words, 400),
    )
    return Row(cells, tuple(saying.cite()), values)


def contradictions(dossier: Dossier, language: Language) -> Sheet:
    """What contradicts what, both sides in their own words."""
    columns = columns_of(language, "kind", "sides", "sources")
    rows = [_contradiction_row(one, language) for one in dossier.contradictions]
    return Sheet(language.say("titles", "contradictions"), columns, rows)


def _contradiction_row(one: Contradiction, language: Language) -> Row:
    citations = tuple(side.citation for side in one.sides)
    values = {
        "kind": one.kind,
        "day": one.day.isoformat(),
        "parties": sorted(one.parties),
        "sides": [
            {
                "who": str(side.who) if side.who else None,
                "says": side.says,
                "source": citation_values([side.citation])[0],
            }
            for side in one.sides
        ],
    }
    cells = (language.say("kinds", one.kind), "\n".join(side_texts(one, language)))
    return Row(cells, citations, values)


def side_texts(one: Contradiction, language: Language) -> list[str]:
    """Each side: who says it, what, and its words."""
    texts = []
    for side in one.sides:
        who = language.code_name(side.who) if side.who else language.say("phrases", "report_says")
        says = language.say("stances", side.says) if one.kind == "reversal" else ""
        says = side.says if one.kind in ("dates", "numbers", "order") else says
        texts.append(
            f"{who}: {says + ' ' if says else ''}{quoted(side.citation.words)} {mark(side.citation)}"
        )
    return texts

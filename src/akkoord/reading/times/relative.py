"""Rules for expressions that are told from the day of publication or from the time told before."""

import re

from akkoord.reading.times import words
from akkoord.reading.times.calendar import part_of
from akkoord.reading.times.grammar import Context, rule
from akkoord.when import When

SHIFTS = {
    "eergisteren": -2, "gisteren": -1, "gister": -1, "vandaag": 0, "van": 0, "morgen": 1, "overmorgen": 2,
}  # fmt: skip
TODAYS = r"van(?:daag|ochtend|morgen|middag|avond|nacht)"
BACK, AHEAD = ("afgelopen", "vorig", "laatst", "voorbij"), ("komend", "volgend", "aanstaand", "eerstvolgend")
DAYS = {"day": 1, "week": 7}
MONTHS = {"month": 1, "quarter": 3, "year": 12}


def _side(word: str) -> int:
    """-1 for what lies behind, 1 for what lies ahead, 0 for this one."""
    word = word.casefold()
    return -1 if word.startswith(BACK) else 1 if word.startswith(AHEAD) else 0


@rule("day from today", rf"(?:later |eerder )?{TODAYS}(?! de dag)|(?:eer)?gister(?:en)?(?:<part>)?(?: laat)?"
      r"|overmorgen|(?<!goede )morgen(?:<part>)?(?! de)")  # fmt: skip
def _day(match: re.Match[str], context: Context) -> When | None:
    word = match[0].casefold().split()[-1 if match[0].casefold().startswith(("later", "eerder")) else 0]
    shift = next(days for name, days in SHIFTS.items() if word.startswith(name))
    return context.calendar.shifted(shift)


@rule("weekday", r"(?:(?P<which>afgelopen|vorige|komende|aanstaande|volgende|deze|aankomende) )?"
      r"<weekday:weekday> ?(?:<part>)?(?: a\.s\.| jl\.)?")  # fmt: skip
def _weekday(match: re.Match[str], context: Context) -> When | None:
    index = words.WEEKDAYS.index(match["weekday"].casefold())
    side = _side((match["which"] or "").removeprefix("aan"))
    if match[0].endswith("a.s."):
        side = 1
    if side:
        return context.calendar.weekday(index, "future" if side > 0 else "past", strict=True)
    return context.calendar.weekday(index, context.tense)


@rule("week, month, year", r"(?:(?P<how>eerder|later|begin|half|eind|einde|medio|halverwege) )?"
      r"(?P<which>vorige?|deze|dit|volgende?|komende?|afgelopen|aanstaande) "
      r"(?P<unit>week|maand|kwartaal|jaar|weekend|weekeinde)")  # fmt: skip
def _unit(match: re.Match[str], context: Context) -> When | None:
    calendar, side, unit = context.calendar, _side(match["which"]), match["unit"].casefold()
    if unit.startswith("weeke"):
        return _weekend(side, context)
    found = {"week": calendar.week, "maand": calendar.month_at, "jaar": calendar.year_at}.get(unit)
    if found is None:
        return When.unknown()
    how = (match["how"] or "").casefold()
    return (
        part_of(found(side), how.removesuffix("e")) if how and how not in {"eerder", "later"} else found(side)
    )


@rule("weekend", r"(?<=in )het weekend|(?<=in )het weekeinde")
def _this_weekend(match: re.Match[str], context: Context) -> When | None:
    return _weekend(0, context)


def _weekend(side: int, context: Context) -> When:
    """This weekend is the last one, except on a weekend's own days and where the tense looks ahead."""
    day = context.calendar.day
    on_weekend = day is not None and day.weekday() >= 5
    if side > 0:
        return context.calendar.weekend(1 if on_weekend else 0)
    if side < 0:
        return context.calendar.weekend(-1)
    return context.calendar.weekend(0 if on_weekend or context.tense == "future" else -1)


@rule("past or coming units", r"(?:de )?(?P<which>afgelopen|komende|laatste|voorbije|volgende|aankomende) "
      r"(?:<number:count> )?(?P<unit>dagen|weken|maanden|jaren|jaar|decennia|tijd)")  # fmt: skip
def _units(match: re.Match[str], context: Context) -> When | None:
    calendar, side = context.calendar, 1 if _side(match["which"].removeprefix("aan")) > 0 else -1
    count = words.number(match["count"]) if match["count"] else None
    name = match["unit"].casefold()
    if count is None:
        return None if name == "jaar" or (name == "tijd" and side < 0) else When.unknown()
    if name == "decennia":
        return _stretch(calendar.published, side * count * 10, "year")
    return _stretch(calendar.published, side * count, words.UNITS[name]) if name in words.UNITS else None


def _stretch(published: When, count: int, unit: str) -> When:
    """From now so many units on or back, at the precision of the unit: `2015/2019`."""
    if published.is_unknown or (published.day is None and unit in DAYS):
        return published
    ends = sorted(
        (_rounded(_moved(published, 0, unit), unit), _rounded(_moved(published, count, unit), unit))
    )
    return When.parse("/".join(ends)) if ends[0] != ends[1] else When.parse(ends[0])


@rule("ago", r"(?:<number:count>|(?P<half>anderhalf|anderhalve)|(?P<vague>een paar|enkele|tientallen|vele)) "
      r"<unit:unit> geleden")  # fmt: skip
def _ago(match: re.Match[str], context: Context) -> When | None:
    count = words.number(match["count"]) if match["count"] else None
    if count is None:
        return _half_ago(match, context) if match["half"] else When.unknown()
    return _from(context.calendar.published, -count, words.UNITS[match["unit"].casefold()])


def _half_ago(match: re.Match[str], context: Context) -> When:
    """One and a half week or year ago, as far as that is a time one can name."""
    unit = words.UNITS[match["unit"].casefold()]
    if unit == "year":
        return _from(context.calendar.published, -18, "month")
    if unit == "week" and context.calendar.day:
        return When.between(context.calendar.shifted(-11).day, context.calendar.shifted(-10).day)
    return context.calendar.published


@rule(
    "from now",
    r"over (?:(?:een dikke|ruim een|een kleine) )?<number:count> <unit:unit>|over een dikke <unit:thick>",
)
def _from_now(match: re.Match[str], context: Context) -> When | None:
    count = words.number(match["count"]) if match["count"] else 1
    unit = words.UNITS[(match["unit"] or match["thick"]).casefold()]
    return _from(context.calendar.published, count, unit) if count and context.tense != "past" else None


@rule("from the time before", r"(?:<number:count>|(?P<vague>een paar|enkele)) <unit:unit> "
      r"(?P<way>later|eerder|daarvoor|daarna|tevoren|nadien|ervoor|erna)")  # fmt: skip
def _from_anchor(match: re.Match[str], context: Context) -> When | None:
    count = words.number(match["count"]) if match["count"] else None
    unit = words.UNITS[match["unit"].casefold()]
    anchor = context.anchor
    if anchor and unit in DAYS and anchor.precision not in {"day", "month"}:
        anchor = context.day_anchor
    if anchor is None:
        return When.unknown()
    if count is None:
        return anchor
    back = match["way"].casefold() in {"eerder", "daarvoor", "tevoren", "ervoor"}
    return _from(anchor, -count if back else count, unit)


@rule("next or last day", r"(?:de )(?P<which>volgende|vorige) (?:dag|ochtend|avond|nacht)"
      r"|de (?:dag|avond|nacht) (?P<way>tevoren|ervoor|daarvoor|erna|daarna|daarop)"
      r"|(?:die|diezelfde|later op de|dezelfde) (?:dag|avond|middag|nacht|ochtend)")  # fmt: skip
def _neighbour(match: re.Match[str], context: Context) -> When | None:
    if context.day_anchor is None:
        return When.unknown() if match["which"] or match["way"] else None
    word = (match["which"] or match["way"] or "").casefold()
    shift = -1 if word in {"vorige", "tevoren", "ervoor", "daarvoor"} else 1 if word else 0
    return _from(context.day_anchor, shift, "day") if shift else context.day_anchor


@rule("anchored to nothing", r"onlangs|binnenkort|(?<!dan )ooit|straks|weldra|spoedig|recentelijk"
      r"|op (?:korte |lange |langere )?termijn|(?:het )verleden"
      r"|(?<=in )de (?:nabije )?toekomst|(?:niet al te verre|afzienbare) (?:toekomst|tijd)"
      r"|te zijner tijd|vandaag of morgen|vroeg of laat")  # fmt: skip
def _unanchored(match: re.Match[str], context: Context) -> When | None:
    return When.unknown()


def _from(time: When, count: int, unit: str) -> When:
    """The time so many units on, at the unit's precision; as it is where it is coarser than the unit."""
    if time.is_unknown or time.earliest is None:
        return When.unknown()
    if unit in DAYS:
        return time.shift(days=count * DAYS[unit]) if time.precision == "day" else time
    moved = _moved(time, count, unit)
    if unit == "quarter":
        first = moved.shift(months=-((moved.earliest.month - 1) % 3)) if moved.earliest else moved
        return When.parse(f"{_rounded(first, 'month')}/{_rounded(first.shift(months=2), 'month')}")
    return moved if time.precision == "year" else When.parse(_rounded(moved, unit))


def _moved(time: When, count: int, unit: str) -> When:
    first = When.on(time.earliest) if time.earliest else time
    return first.shift(days=count * DAYS[unit]) if unit in DAYS else first.shift(months=count * MONTHS[unit])


def _rounded(time: When, unit: str) -> str:
    return str(time)[: {"year": 4, "month": 7, "quarter": 7}.get(unit, 10)]

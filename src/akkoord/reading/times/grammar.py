"""The grammar of Dutch time expressions: one rule a form, a pattern and what it resolves to.

The longest match at a place wins, of two equally long ones the earlier rule. A rule that cannot tell the time
gives the unknown time; one that sees that the words are no time after all gives none.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from akkoord.reading.times import words
from akkoord.reading.times.calendar import Calendar, day_of, month_of, part_of, span_of, year_of
from akkoord.reading.times.tense import Tense
from akkoord.when import When


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against: the calendar, its clause's tense, the times told before it."""

    calendar: Calendar
    tense: Tense | None = None
    anchor: When | None = None
    day_anchor: When | None = None


Resolver = Callable[[re.Match[str], Context], When | None]


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    pattern: re.Pattern[str]
    resolve: Resolver


RULES: list[Rule] = []

_PARTS = {
    "weekday": "|".join(words.WEEKDAYS),
    "month": "|".join(words.MONTHS) + "|(?:" + "|".join(words.SHORT_MONTHS) + r")\b\.?",
    "season": "|".join(words.SEASONS),
    "part": words.DAY_PARTS,
    "number": r"\d{1,3}|" + "|".join(words.NUMBERS),
    "year": r"1[89]\d\d|20\d\d",
    "unit": "|".join(sorted(words.UNITS, key=len, reverse=True)),
    "third": "begin|half|medio|halverwege|midden|eind|einde",
    "day": r"0?[1-9]|[12]\d|3[01]",
}


def rule(name: str, pattern: str) -> Callable[[Resolver], Resolver]:
    """Adds a rule; `<month>` in the pattern stands for any month, `<month:from>` for one caught as `from`."""

    def filled(match: re.Match[str]) -> str:
        return f"(?P<{match[2]}>{_PARTS[match[1]]})" if match[2] else f"(?:{_PARTS[match[1]]})"

    expression = re.sub(r"(?<!\?P)<(\w+)(?::(\w+))?>", filled, pattern)
    compiled = re.compile(rf"(?<![\w-])(?:{expression})(?![\w])", re.IGNORECASE)

    def added(resolve: Resolver) -> Resolver:
        RULES.append(Rule(name, compiled, resolve))
        return resolve

    return added


def _near(match: re.Match[str], *names: str) -> str:
    """The word of the named groups that was matched."""
    groups = match.groupdict()
    return next((groups[name].casefold() for name in names if groups.get(name)), "")


def _year_by(match: re.Match[str], context: Context) -> int | None:
    """The year that the expression itself gives, in digits or as "vorig jaar"."""
    if digits := _near(match, "year"):
        return int(digits)
    shift = {"vorig": -1, "afgelopen": -1, "dit": 0, "volgend": 1, "komend": 1}.get(_near(match, "which"))
    has_year = shift is not None and context.calendar.has_year
    return context.calendar.first.year + shift if has_year and shift is not None else None


_WHICH_YEAR = r"(?:(?:van )?(?P<which>vorig|dit|volgend|komend|afgelopen) jaar|(?:van )?<year:year>)"


@rule("night", r"(?:de )?nacht van <weekday:one> op <weekday:two>")
def _night(match: re.Match[str], context: Context) -> When | None:
    calendar = context.calendar
    first, second = (
        calendar.weekday(words.WEEKDAYS.index(match[name].casefold()), context.tense)
        for name in ("one", "two")
    )
    if calendar.day:
        return span_of((second.shift(days=-1), second))
    return span_of((first, first.shift(days=1))) if first.day else second


@rule("full date", rf"(?:<weekday:weekday>,? )?<day:day>(?:ste|de|e)? <month:month>(?: {_WHICH_YEAR})?")
def _full_date(match: re.Match[str], context: Context) -> When | None:
    month, day, year = words.month(match["month"]), int(match["day"]), _year_by(match, context)
    if year:
        return day_of(year, month, day)
    if weekday := match["weekday"]:
        found = context.calendar.date_on(words.WEEKDAYS.index(weekday.casefold()), month, day)
        if found:
            return found
    return context.calendar.date_in(month, day, context.tense)


@rule(
    "dates",
    r"(?:<weekday> )?<day:day>(?: <month:from>)?(?: ?[-–] ?| en | tot(?: en met)? | t/m )"
    r"(?:<weekday> )?<day:last> <month:month>(?: <year:year>)?",
)
def _dates(match: re.Match[str], context: Context) -> When | None:
    year = _year_by(match, context)

    def one(day: str, month: str) -> When:
        found = words.month(month)
        return (
            day_of(year, found, int(day))
            if year
            else context.calendar.date_in(found, int(day), context.tense)
        )

    return span_of((one(match["day"], match["from"] or match["month"]), one(match["last"], match["month"])))


@rule("date in digits", r"(?P<d>\d{1,2})[-/](?P<m>\d{1,2})[-/](?P<y>(?:19|20)\d\d)")
def _digits(match: re.Match[str], context: Context) -> When | None:
    return day_of(int(match["y"]), int(match["m"]), int(match["d"]))


@rule("month", rf"(?:<third:third> )?<month:month>(?: {_WHICH_YEAR})?")
def _month(match: re.Match[str], context: Context) -> When | None:
    return _month_in(match, context, _year_by(match, context))


@rule(
    "month of that year",
    r"(?P<which>vorig|dit|volgend|komend) jaar (?:in )?(?:<third:third> )?<month:month>",
)
def _month_of_year(match: re.Match[str], context: Context) -> When | None:
    return _month_in(match, context, _year_by(match, context))


def _month_in(match: re.Match[str], context: Context, year: int | None) -> When | None:
    month, third = words.month(match["month"]), _near(match, "third")
    if match["month"][:1].isupper() and year is None and not third:
        return None  # a name, or a heading
    found = month_of(year, month) if year else context.calendar.month(month, context.tense)
    return part_of(found, third.removesuffix("e")) if third else found


@rule("months", r"<month:from>(?: ?[-–] ?| en | tot(?: en met)? )<month:month>(?: <year:year>)?")
def _months(match: re.Match[str], context: Context) -> When | None:
    year = _year_by(match, context)
    months = [words.month(match[name]) for name in ("from", "month")]
    return span_of(
        month_of(year, month) if year else context.calendar.month(month, context.tense) for month in months
    )


@rule("season of a year", rf"(?:de |het )?<season:season>(?: {_WHICH_YEAR})")
def _season_of_year(match: re.Match[str], context: Context) -> When | None:
    year = _year_by(match, context)
    return When.parse(f"{year:04}-{words.SEASONS[match['season'].casefold()]}") if year else When.unknown()


@rule(
    "season",
    r"(?P<which>de |het |dit |deze |afgelopen |vorige |komende |komend |volgend |vorig )<season:season>",
)
def _season(match: re.Match[str], context: Context) -> When | None:
    which = match["which"].strip().casefold()
    if which.startswith(("vorig", "afgelopen")):
        return context.calendar.season(words.SEASONS[match["season"].casefold()], "past")
    tense = "future" if which.startswith(("komend", "volgend")) else context.tense
    return context.calendar.season(words.SEASONS[match["season"].casefold()], tense)


@rule("quarter", rf"(?:het )?(?P<nth>eerste|tweede|derde|vierde) kwartaal(?: {_WHICH_YEAR})?")
def _quarter(match: re.Match[str], context: Context) -> When | None:
    year = _year_by(match, context) or (context.calendar.first.year if context.calendar.has_year else None)
    first = 3 * words.ORDINALS[match["nth"].casefold()] - 2
    return When.parse(f"{year:04}-{first:02}/{year:04}-{first + 2:02}") if year else When.unknown()


@rule(
    "years", r"(?<=tussen )<year:from> en <year:year>|<year:from2>(?: ?[-–] ?| tot(?: en met)? )<year:year2>"
)
def _years(match: re.Match[str], context: Context) -> When | None:
    begin, end = int(_near(match, "from", "from2")), int(_near(match, "year", "year2"))
    return When.parse(f"{begin:04}/{end:04}") if begin < end else None


@rule(
    "year",
    r"(?<!resolutie )(?<!nummer )(?<!zo['’]n )(?<!ruim )(?<!bijna )(?<!minstens )(?<!meer dan )(?<!minder dan )"
    r"(?:<third:third> )?<year:year>"
    r"(?! ?(?:euro|dollar|man|mensen|doden|uur|kilometer|meter|%"
    r"|\w*(?:troepen|militairen|soldaten|strijders|gevangenen|gijzelaars|vluchtelingen|betogers|burgers)))",
)
def _year(match: re.Match[str], context: Context) -> When | None:
    found = year_of(int(match["year"]))
    third = _near(match, "third")
    return part_of(found, third.removesuffix("e")) if third else found


@rule("decade", r"(?P<when>begin |eind |de late |de vroege )?(?:de )?jaren ['‘’]?(?P<tens>\d0|\w+tig)")
def _decade(match: re.Match[str], context: Context) -> When | None:
    tens = match["tens"].casefold()
    digit = int(tens[0]) if tens.isdigit() else words.DECADES.get(tens)
    if digit is None:
        return None
    start = (1900 if digit > 1 else 2000) + 10 * digit
    when = (match["when"] or "").casefold()
    if not when:
        return When.parse(f"{start // 10}X")
    first, last = (start, start + 3) if "begin" in when or "vroege" in when else (start + 7, start + 9)
    return When.parse(f"{first}/{last}")


@rule("century", r"(?:de |deze |vorige )(?:(?P<nth>\d\d)(?:e|de|ste) |(?P<name>\w+ste |\w+de ))?eeuw")
def _century(match: re.Match[str], context: Context) -> When | None:
    name = (match["name"] or "").strip().casefold()
    number = int(match["nth"]) if match["nth"] else words.CENTURIES.get(name)
    if number is None:
        if name or not context.calendar.has_year:
            return None
        number = context.calendar.first.year // 100 + (0 if match[0].casefold().startswith("vorige") else 1)
    return When.parse(f"{number - 1:02}XX")

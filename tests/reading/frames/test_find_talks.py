"""Which status a text gives talks that it names by a noun."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from akkoord.reading.frames import find_talks

Parsed = Callable[..., Doc]

OBJECT = (
    "Riga|=|PROPN|2|nsubj {verb}|VERB|0|ROOT|fin het|=|DET|4|det overleg|=|NOUN|2|obj {rest}.|=|PUNCT|2|punct"
)
SUBJECT = "Het|het|DET|2|det overleg|=|NOUN|3|nsubj {verb}|VERB|0|ROOT|fin {rest}.|=|PUNCT|3|punct"
NOT = "niet|=|ADV|{head}|advmod "


def status(doc: Doc) -> str | None:
    """The status of the only talks of a text; none where it gives none."""
    return next((hit.status for hit in find_talks(doc)), None)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("schrapt|schrappen", "cancelled"),
        ("weigert|weigeren", "refused"),
        ("eist|eisen", "proposed"),
        ("hervat|hervatten", "held"),
        ("ziet|zien", None),
    ],
)
def test_the_predicate_gives_the_status(parsed: Parsed, verb: str, expected: str | None) -> None:
    assert status(parsed(OBJECT.format(verb=verb, rest=""))) == expected


def test_what_is_not_refused_is_proposed(parsed: Parsed) -> None:
    assert status(parsed(OBJECT.format(verb="weigert|weigeren", rest=NOT.format(head=2)))) == "proposed"


def test_what_does_not_begin_is_cancelled_but_what_did_not_last_was_held(parsed: Parsed) -> None:
    rest = NOT.format(head=3)
    assert status(parsed(SUBJECT.format(verb="begint|beginnen", rest=rest))) == "cancelled"
    assert status(parsed(SUBJECT.format(verb="duurt|duren", rest=rest))) == "held"


def test_who_does_not_break_talks_off_is_held_in_them_on_no_day(parsed: Parsed) -> None:
    broken = OBJECT.format(verb="staakt|staken", rest="")
    (done,) = find_talks(parsed(broken))
    (denied,) = find_talks(parsed(OBJECT.format(verb="staakt|staken", rest=NOT.format(head=2))))
    assert (done.status, done.dated) == ("held", True)
    assert (denied.status, denied.dated) == ("held", False)


def test_what_was_discussed_is_a_fact_under_what_would_be(parsed: Parsed) -> None:
    (hit,) = find_talks(
        parsed(
            "Riga|=|PROPN|3|nsubj zou|zullen|AUX|3|aux|past terugkomen|=|VERB|0|ROOT|inf op|=|ADP|7|case "
            "wat|=|PRON|7|nsubj:pass is|zijn|AUX|7|aux:pass|fin besproken|bespreken|VERB|3|obl|part"
        )
    )
    assert hit.status == "held"


VISIT = "Riga|=|PROPN|2|nsubj bezoekt|bezoeken|VERB|0|ROOT|fin {whom}|{whom}|NOUN|2|obj"


@pytest.mark.parametrize(("whom", "parties", "alone"), [("stad", {0}, True), ("koning", {0, 2}, False)])
def test_who_visits_a_place_meets_nobody(parsed: Parsed, whom: str, parties: set[int], alone: bool) -> None:
    (hit,) = find_talks(parsed(VISIT.format(whom=whom)), parties)
    assert hit.own == alone


def test_what_comes_after_talks_presumes_them(parsed: Parsed) -> None:
    doc = parsed(
        "Na|na|ADP|3|case het|=|DET|3|det overleg|=|NOUN|4|obl zweeg|zwijgen|VERB|0|ROOT|past "
        "Riga|=|PROPN|4|nsubj .|=|PUNCT|4|punct"
    )
    assert status(doc) == "held"


def test_who_leaves_talks_had_held_them(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj stapt|stappen|VERB|0|ROOT|fin uit|=|ADP|5|case het|=|DET|5|det "
        "overleg|=|NOUN|2|obl .|=|PUNCT|2|punct"
    )
    assert status(doc) == "held"


def test_a_word_beside_the_noun_gives_the_status_where_no_predicate_does(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj ziet|zien|VERB|0|ROOT|fin het|=|DET|5|det geplande|gepland|ADJ|5|amod "
        "overleg|=|NOUN|2|obj .|=|PUNCT|2|punct"
    )
    assert status(doc) == "planned"


VERB = "Riga|=|PROPN|2|nsubj {governor}|VERB|0|ROOT|{tense} {no}met|=|ADP|{vilnius}|case Vilnius|=|PROPN|{verb}|obl "
SPEAK = "te|=|ADP|{verb}|mark praten|=|VERB|2|xcomp|inf"


@pytest.mark.parametrize(
    ("governor", "no", "expected"),
    [
        ("weigert|weigeren", "", "refused"),
        ("hoopt|hopen", "", "proposed"),
        ("probeert|proberen", "", "attempted"),
        ("hoopt|hopen", "niet|=|ADV|2|advmod ", "refused"),
        ("weigert|weigeren", "niet|=|ADV|2|advmod ", "proposed"),
    ],
)
def test_what_a_verb_hangs_on_gives_its_status(parsed: Parsed, governor: str, no: str, expected: str) -> None:
    verb = 7 if no else 6
    text = VERB.format(governor=governor, tense="fin", no=no, vilnius=verb - 2, verb=verb) + SPEAK
    assert status(parsed(text.format(verb=verb))) == expected


@pytest.mark.parametrize(("auxiliary", "expected"), [("zal|zullen", "refused"), ("heeft|hebben", None)])
def test_who_will_not_talk_refuses(parsed: Parsed, auxiliary: str, expected: str | None) -> None:
    doc = parsed(
        f"Riga|=|PROPN|4|nsubj {auxiliary}|AUX|4|aux|fin niet|=|ADV|4|advmod gepraat|praten|VERB|0|ROOT|part"
    )
    assert status(doc) == expected


def test_what_would_be_may_be_planned(parsed: Parsed) -> None:
    (hit,) = find_talks(parsed("Riga|=|PROPN|3|nsubj zou|zullen|AUX|3|aux|past praten|=|VERB|0|ROOT|inf"))
    assert (hit.status, hit.maybe) == ("proposed", True)


def test_who_is_not_answered_attempted_it(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj belde|bellen|VERB|0|ROOT|past Vilnius|=|PROPN|2|obj maar|=|CCONJ|6|cc dat|=|PRON|6|nsubj "
        "nam|op_nemen|VERB|2|conj|past niet|=|ADV|6|advmod op|=|ADP|6|compound:prt"
    )
    assert "attempted" in {hit.status for hit in find_talks(doc)}


def test_a_noun_that_points_back_has_the_partners_of_the_one_before(parsed: Parsed) -> None:
    first, again = find_talks(
        parsed(
            "Riga|=|PROPN|2|nsubj noemt|noemen|VERB|0|ROOT|fin een|=|DET|4|det overleg|=|NOUN|2|obj met|=|ADP|6|case "
            "Vilnius|=|PROPN|4|nmod",
            "Dat|=|DET|2|det overleg|=|NOUN|3|nsubj duurde|duren|VERB|0|ROOT|past",
        )
    )
    assert first.partners == again.partners == (5, 0)


def test_what_a_party_holds_with_its_own_members(parsed: Parsed) -> None:
    (hit,) = find_talks(parsed("Fractieoverleg|fractieoverleg|NOUN|2|nsubj duurde|duren|VERB|0|ROOT|past"))
    assert hit.own


def test_whether_or_not_denies_nothing(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj praat|praten|VERB|0|ROOT|fin al|=|ADV|2|advmod dan|=|ADV|2|advmod "
        "niet|=|ADV|2|advmod openlijk|=|ADJ|2|advmod"
    )
    assert status(doc) == "held"


def test_verb_that_meets_only_by_its_object_tells_nothing(parsed: Parsed) -> None:
    doc = parsed("Riga|=|PROPN|2|nsubj leidt|leiden|VERB|0|ROOT|fin de|=|DET|4|det Raad|=|NOUN|2|obj")
    assert find_talks(doc) == []


@pytest.mark.parametrize(
    ("rest", "meets"),
    [("van|=|ADP|4|case verraad|=|NOUN|2|obl", False), ("met|=|ADP|4|case Vilnius|=|PROPN|2|obl", True)],
)
def test_who_speaks_meets_those_with_whom(parsed: Parsed, rest: str, meets: bool) -> None:
    doc = parsed(f"Riga|=|PROPN|2|nsubj sprak|spreken|VERB|0|ROOT|past {rest}")
    assert bool(find_talks(doc)) is meets


def test_who_stays_away_refuses_also_where_a_time_stands_beside(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj bleef|weg_blijven|VERB|0|ROOT|past begin|=|NOUN|2|obl oktober|=|NOUN|3|nmod "
        "weg|=|ADV|2|compound:prt van|=|ADP|8|case het|=|DET|8|det overleg|=|NOUN|2|obl:arg"
    )
    assert status(doc) == "refused"

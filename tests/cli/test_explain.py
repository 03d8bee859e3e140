from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from tests.cli.conftest import Run
from tests.cli.made import READING
from tests.reading.made import made

from akkoord.cli.arcs import main_word, relation, word_at
from akkoord.cli.reasons import reasons, seen
from akkoord.codebook import Span
from akkoord.reports import read_report

TEXT = "De president  praat morgen met Kiev."


@pytest.fixture
def doc() -> Doc:
    """The grammar of the text above, made by hand."""
    return Doc(
        spacy.blank("nl").vocab,
        words=["De", "president", " ", "praat", "morgen", "met", "Kiev", "."],
        spaces=[True, True, False, True, True, True, False, False],
        heads=[1, 3, 1, 3, 3, 6, 3, 3],
        deps=["det", "nsubj", "dep", "ROOT", "advmod", "case", "obl", "punct"],
    )


def test_arcs_are_told_in_plain_words(doc: Doc) -> None:
    assert doc.text == TEXT
    assert relation(doc[1]) == 'nsubj of "praat" (subject)'
    assert relation(doc[2]) == 'dep of "president"'
    assert relation(doc[3]) == "main word of its sentence"
    doc[6].dep_ = "obl:agent"
    assert relation(doc[6]) == 'obl:agent of "praat" (by whom, in the passive)'
    doc[6].dep_ = "obl:arg"
    assert relation(doc[6]) == 'obl:arg of "praat" (goes with the verb)'


def test_words_are_found_by_place(doc: Doc) -> None:
    found = [word_at(doc, at) for at in (0, 1, 2, 13, 14, len(TEXT) - 1)]
    assert [word.text if word else None for word in found] == ["De", "De", None, None, "praat", "."]
    assert str(main_word(doc, Span.of(TEXT, 0, 12))) == "president"
    assert str(main_word(doc, Span.of(TEXT, 3, len(TEXT)))) == "praat"
    assert main_word(doc, Span.of(TEXT, 13, 14)) is None


def test_reasons_are_sentences() -> None:
    assert {actor.text: reasons(actor) for actor in READING.actors} == {
        "Moskou": ['the lexicon knows "Moskou"'],
        "Kiev": ['the lexicon knows "Kiev"'],
        "minister De Boer": ['the report says who that is: "de Oekraïense minister De Boer"'],
        "wij": ["of all that the report names it most likely means UKR/GOV"],
        "De ministers": ["nothing tells who that is"],
    }
    assert reasons(READING.times[0]) == ["the rule for times named 'weekday', with a verb in the future"]
    assert reasons(READING.events[0]) == [
        'the learned head for trigger marks "eist" with a chance of 0.85',
        'the frame of "eisen" in request.toml fits',
        '"Moskou" is nsubj of "eist" (subject)',
    ]


def test_heads_tell_what_they_see_in_a_word() -> None:
    signals = made(
        "Moskou eist",
        {"actor": {"Moskou": ""}, "condition": {"Moskou": "cue"}, "trigger": {"eist": "REQUEST"}},
    )
    assert seen(signals, 3) == ["condition cue 0.99", "actor 0.98"]
    assert seen(signals, 6) == []
    assert seen(signals, 7) == ["trigger REQUEST 1.00"]


@pytest.mark.usefixtures("loaded_once")
def test_explain_tells_what_covers_a_place(akkoord: Callable[..., Run], report: Path) -> None:
    at = read_report(report).text.index("President Poetin")
    run = akkoord("explain", report, "--at", at)
    assert (run.code, run.err) == (0, "")
    lines = [" ".join(line.split()) for line in run.out.splitlines()]
    assert lines[0] == f'"President" at {at}'
    assert any(line.startswith("hangs as nsubj") for line in lines)
    assert "Actor" in lines and "code RUS/GOV" in lines
    assert any(line.startswith("heads see actor") for line in lines)
    assert 'why the lexicon knows "President", "Poetin"' in lines


@pytest.mark.usefixtures("loaded_once")
def test_a_place_without_findings_exits_with_1(akkoord: Callable[..., Run], report: Path) -> None:
    at = read_report(report).text.index("\n")
    run = akkoord("explain", report, "--at", at)
    assert (run.code, run.err) == (1, "")
    assert run.out.startswith(f"white space at {at}")
    assert run.out.endswith("No finding covers this place.\n")


@pytest.mark.usefixtures("loaded_once")
@pytest.mark.parametrize("at", ["-1", "99999"])
def test_a_place_outside_the_report_is_refused(akkoord: Callable[..., Run], report: Path, at: str) -> None:
    run = akkoord("explain", report, f"--at={at}")
    last = len(read_report(report).text) - 1
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        f"akkoord: {report}: has characters 0 to {last}, none at {at}; give a place among these\n"
    )

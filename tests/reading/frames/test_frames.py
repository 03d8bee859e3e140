from typing import Any

import pytest

from akkoord.codebook import EVENT_TYPES, MODES
from akkoord.reading.frames import frame_lexicon, lint
from akkoord.reading.frames.frame import is_role
from akkoord.reading.frames.lint import dealing_faults

FRAME = {"verbs": ["praten"], "actor": ["nsubj"], "recipient": []}
SAYING = {"kind": "saying", "verbs": ["zeggen"], "source": ["nsubj"], "content": ["ccomp"]}
CONDITION = {"shape": "mark", "cues": ["mits"], "requirement": ["clause"], "consequence": ["main"]}

EVENTS = [
    ("beschuldigen", "verb", "ACCUSE"),
    ("terug_trekken", "verb", "RETREAT"),
    ("weigeren", "verb", "REJECT"),
    ("bereid", "adjective", "AGREE"),
    ("op_rukken", "verb", "MOBILIZE"),
    ("inval", "noun", "ASSAULT"),
    ("gevechtspauze", "noun", "RETREAT"),
    ("sanctie", "noun", "SANCTION"),
    ("bemiddelen", "verb", "CONSULT"),
    ("kerstoverleg", "noun", "CONSULT"),
]


def test_package_data_has_no_faults() -> None:
    assert lint() == []


def test_every_type_and_nearly_every_mode_has_words() -> None:
    frames = [frame for found in frame_lexicon().frames.values() for frame in found]
    assert {frame.type for frame in frames} == set(EVENT_TYPES)
    covered = {(frame.type, frame.mode) for frame in frames}
    without = {(t, mode) for t, modes in MODES.items() for mode in modes if (t, mode) not in covered}
    assert len(without) < 25, without


@pytest.mark.parametrize(("lemma", "pos", "event_type"), EVENTS)
def test_lemma_opens_its_frame(lemma: str, pos: Any, event_type: str) -> None:
    assert event_type in {frame.type for frame in frame_lexicon().frames_of(lemma, pos)}


def test_phrase_is_found_by_its_verb() -> None:
    phrases = {frame.lemma for frame in frame_lexicon().frames_of("gaan", "verb")}
    assert {"om tafel gaan", "akkoord gaan"} <= phrases


def test_word_of_another_kind_or_none_opens_nothing() -> None:
    assert frame_lexicon().frames_of("beschuldigen", "noun") == ()
    assert frame_lexicon().frames_of("fietsen") == ()
    assert frame_lexicon().frames_of("laptop", "noun") == ()


def test_saying_has_source_and_content() -> None:
    says = frame_lexicon().sayings_of("zeggen", "verb")[0]
    assert (says.kind, says.roles) == ("saying", ("nsubj",))
    assert "ccomp" in says.content
    assert frame_lexicon().sayings_of("volgens", "preposition")[0].content == ("rest",)
    assert {s.kind for s in frame_lexicon().sayings_of("eisen", "verb")} == {"acting"}


def test_conditions_have_strong_and_weak_cues() -> None:
    strong = {cue.cue for cue in frame_lexicon().conditions if cue.strong}
    weak = {cue.cue for cue in frame_lexicon().conditions if not cue.strong}
    assert "op voorwaarde dat" in strong
    assert "als" in weak


@pytest.mark.parametrize("role", ["nsubj", "obl:met", "nmod:van", "obj>nmod:van", "obl:tot|obl:bij"])
def test_role(role: str) -> None:
    assert is_role(role)


@pytest.mark.parametrize("role", ["", "subject", "obl:xyz", "obj>", "nsubj:van:door"])
def test_no_role(role: str) -> None:
    assert not is_role(role)


@pytest.mark.parametrize(
    ("file", "group", "fault"),
    [
        ("praat", FRAME, "praat.toml: group 1: no event type is called PRAAT"),
        ("consult", FRAME | {"mode": "fax"}, "unknown mode 'fax'; CONSULT has visit"),
        ("agree", FRAME | {"mode": "phone"}, "AGREE has none"),
        ("consult", FRAME | {"actor": ["subject"]}, "actor: unknown role 'subject'"),
        ("consult", FRAME | {"complement": "maybe"}, "unknown reality 'maybe'"),
        ("consult", FRAME | {"needs": ["luck"]}, "unknown need 'luck'"),
        ("consult", FRAME | {"verbs": ["gepraat"]}, "'gepraat' is no infinitive"),
        ("consult", FRAME | {"verbs": ["tafel_zitten"]}, "'tafel_zitten' begins with no particle"),
        ("consult", FRAME | {"phrases": ["gaan"]}, "'gaan' is a phrase of one word"),
        ("consult", FRAME | {"phrases": ["groen licht"]}, "'groen licht' does not end in a verb"),
        ("consult", FRAME | {"nouns": ["lang gesprek"]}, "'lang gesprek' is not one word"),
        ("consult", FRAME | {"verb": ["praten"]}, "unknown field 'verb'"),
        ("consult", {"actor": ["nsubj"], "recipient": []}, "has no words"),
        ("consult", {"verbs": ["praten"], "recipient": []}, "actor is missing"),
        ("sayings", SAYING | {"kind": "singing"}, "unknown kind 'singing'"),
        ("sayings", SAYING | {"content": ["what"]}, "content: unknown role 'what'"),
        ("conditions", CONDITION | {"shape": "round"}, "unknown shape 'round'"),
    ],
)
def test_lint_names_file_and_fault(file: str, group: dict[str, Any], fault: str) -> None:
    faults = lint({file: [group]})
    assert len(faults) == 1
    assert faults[0].startswith(f"{file}.toml: group 1:")
    assert fault in faults[0]


def test_lint_finds_a_word_that_stands_twice() -> None:
    assert lint({"consult": [FRAME, FRAME]}) == ["consult.toml: group 2: 'praten' stands already in group 1"]
    assert lint({"consult": [FRAME, FRAME | {"needs": ["recipient"]}]}) == []


def test_lint_looks_at_agreements_and_talks() -> None:
    group = {"status": "held", "roles": ["obj"], "words": ["voeren"]}
    tables = {"done": [group, group | {"status": "lost"}], "own": {"words": ["partij"]}}
    assert list(dealing_faults(tables, ("held",))) == [
        "done 2: unknown status 'lost'",
        "done 2: 'voeren' as 'obj' stands already in done 1",
    ]


def test_lint_asks_a_dutch_lexicon_where_there_is_one() -> None:
    faults = lint({"consult": [FRAME | {"verbs": ["praten", "prraten"]}]}, known={"praten"})
    assert faults == ["consult.toml: group 1: 'prraten' is no lemma that the Dutch lexicon knows"]

"""How words hang together: labels of what lies between them in the grammar."""

from dataclasses import replace

from tests.reading.made import made

from akkoord.reading.signals import Signals
from akkoord.reading.ties import article_of, is_passive, tie

TEXT = "Volgens Praag werd Wenen door Lissabon gevraagd te helpen."
GOVERNORS = [1, 6, 6, 6, 5, 6, 6, 8, 6, 6]
RELATIONS = ["case", "obl", "aux:pass", "nsubj:pass", "case", "obl:agent", "ROOT", "mark", "xcomp", "punct"]
PRAAG, WENEN, LISSABON, GEVRAAGD, HELPEN = (range(i, i + 1) for i in (1, 3, 5, 6, 8))


def parsed() -> Signals:
    return replace(made(TEXT, {}), governors=GOVERNORS, relations=RELATIONS)


def test_what_hangs_on_a_word_has_its_relation_and_its_preposition() -> None:
    assert tie(parsed(), GEVRAAGD, WENEN) == "nsubj:pass"
    assert tie(parsed(), GEVRAAGD, LISSABON) == "obl:agent door"
    assert tie(parsed(), GEVRAAGD, PRAAG) == "obl volgens"


def test_what_hangs_on_a_governor_stands_so_much_higher() -> None:
    assert tie(parsed(), HELPEN, WENEN) == "1 up nsubj:pass"


def test_what_hangs_deeper_is_below_the_relation_that_leads_there() -> None:
    assert tie(parsed(), GEVRAAGD, range(7, 8)) == "below xcomp"


def test_a_governor_has_the_relation_of_what_it_governs() -> None:
    assert tie(parsed(), HELPEN, GEVRAAGD) == "xcomp of"


def test_words_around_the_head_are_itself() -> None:
    assert tie(parsed(), GEVRAAGD, range(4, 8)) == "itself"


def test_an_auxiliary_of_the_passive_tells_it() -> None:
    assert is_passive(parsed(), GEVRAAGD.start)
    assert not is_passive(parsed(), HELPEN.start)


def test_the_words_before_a_noun_tell_whether_it_is_known() -> None:
    signals = replace(
        made("Het overleg volgt op hun gesprek en een bestand", {}),
        governors=[1, 2, 2, 5, 5, 2, 8, 8, 5],
        relations=["det", "nsubj", "ROOT", "case", "nmod:poss", "obl", "cc", "det", "conj"],
    )
    assert [article_of(signals, noun) for noun in (1, 5, 8)] == ["known", "owned", "new"]
    assert article_of(parsed(), WENEN.start) == "bare"

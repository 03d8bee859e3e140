from collections.abc import Callable

from spacy.tokens import Doc

from akkoord.reading.frames.wants import find_wants

Parsed = Callable[..., Doc]
Told = tuple[str, tuple[str, ...], list[str], str]


def told(doc: Doc) -> list[Told]:
    """Cue, stances, holders and target of each want, as the text has them."""
    words = [token.text for token in doc]
    return [
        (
            " ".join(words[i] for i in hit.cue),
            hit.stances,
            [words[i] for i in hit.holders],
            " ".join(words[i] for i in hit.target),
        )
        for hit in find_wants(doc)
    ]


def test_who_demands_what(parsed: Parsed) -> None:
    doc = parsed("Finland|=|PROPN|2|nsubj eist|eisen|VERB|0|ROOT|fin herstel|=|NOUN|2|obj .|=|PUNCT|2|punct")
    assert told(doc) == [("eist", ("demands",), ["Finland"], "herstel")]


def test_what_is_denied_turns(parsed: Parsed) -> None:
    doc = parsed(
        "Finland|=|PROPN|2|nsubj aanvaardt|aanvaarden|VERB|0|ROOT|fin het|=|DET|4|det plan|=|NOUN|2|obj "
        "niet|=|ADV|2|advmod"
    )
    assert ("aanvaardt", ("rejects",), ["Finland"], "het plan") in told(doc)


def test_not_to_want_is_to_reject_wherever_the_denial_hangs(parsed: Parsed) -> None:
    doc = parsed(
        "Finland|=|PROPN|2|nsubj wil|willen|VERB|0|ROOT|fin niet|=|ADV|4|advmod praten|=|VERB|2|xcomp|inf"
    )
    assert told(doc) == [("wil", ("rejects",), ["Finland"], "niet praten")]


def test_a_subject_that_hangs_on_what_is_wanted_is_the_holder(parsed: Parsed) -> None:
    doc = parsed(
        "Later|=|ADV|2|advmod wil|willen|VERB|0|ROOT|fin Finland|=|PROPN|4|nsubj praten|=|VERB|2|xcomp|inf"
    )
    assert [holders for _, _, holders, _ in told(doc)] == [["Finland"]]


def test_a_verb_that_needs_its_object_is_no_want_without(parsed: Parsed) -> None:
    doc = parsed("Finland|=|PROPN|2|nsubj pleit|pleiten|VERB|0|ROOT|fin .|=|PUNCT|2|punct")
    assert told(doc) == []


def test_words_that_need_a_denial_are_no_want_without(parsed: Parsed) -> None:
    text = "Er|=|ADV|4|expl is|zijn|AUX|4|cop {}sprake|=|NOUN|0|ROOT van|=|ADP|6|case vertrek|=|NOUN|4|nmod"
    assert told(parsed(text.format("vaak|vaak|ADV|4|advmod "))) == []
    ((cue, stances, _, _),) = told(parsed(text.format("niet|niet|ADV|4|advmod ")))
    assert (cue, stances) == ("is sprake", ("rejects",))


def test_an_adjective_wants_only_as_a_predicate(parsed: Parsed) -> None:
    doc = parsed(
        "Finland|=|PROPN|3|nsubj is|zijn|AUX|3|cop bereid|=|ADJ|0|ROOT te|=|SCONJ|5|mark "
        "helpen|=|VERB|3|ccomp|inf"
    )
    assert told(doc) == [("bereid", ("open",), ["Finland"], "te helpen")]
    doc = parsed("de|=|DET|3|det bereid|=|ADJ|3|amod helper|=|NOUN|0|ROOT")
    assert told(doc) == []


def test_a_lemma_put_right_keeps_its_particle(parsed: Parsed) -> None:
    doc = parsed(
        "Finland|=|PROPN|2|nsubj sluit|uit_aansluiten|VERB|0|ROOT|fin dat|=|PRON|2|obj uit|=|ADP|2|compound:prt"
    )
    assert [stances for _, stances, _, _ in told(doc)] == [("rejects",)]


def test_who_refuses_to_do_a_thing_denies_no_refusal(parsed: Parsed) -> None:
    doc = parsed(
        "Finland|=|PROPN|2|nsubj weigert|weigeren|VERB|0|ROOT|fin te|=|SCONJ|4|mark praten|=|VERB|2|xcomp|inf"
    )
    assert [stances for _, stances, _, _ in told(doc)] == [("rejects",)]


def test_no_longer_and_in_no_way_are_denials(parsed: Parsed) -> None:
    doc = parsed(
        "Finland|=|PROPN|2|nsubj aanvaardt|aanvaarden|VERB|0|ROOT|fin dat|=|PRON|2|obj "
        "niet|=|ADV|2|advmod langer|lang|ADV|4|fixed"
    )
    assert [stances for _, stances, _, _ in told(doc)] == [("rejects",)]
    doc = parsed(
        "Finland|=|PROPN|2|nsubj wenst|wensen|VERB|0|ROOT|fin op|=|ADP|5|case geen|=|DET|5|det "
        "manier|=|NOUN|2|obl overleg|=|NOUN|2|obj"
    )
    assert [stances for _, stances, _, _ in told(doc)] == [("rejects",)]


def test_of_two_things_demanded_each_is_wanted_by_itself(parsed: Parsed) -> None:
    doc = parsed(
        "Finland|=|PROPN|2|nsubj eist|eisen|VERB|0|ROOT|fin dat|=|SCONJ|5|mark Zweden|=|PROPN|5|nsubj "
        "vertrekt|vertrekken|VERB|2|ccomp|fin en|=|CCONJ|9|cc dat|=|SCONJ|9|mark overleg|=|NOUN|9|nsubj "
        "volgt|volgen|VERB|5|conj|fin"
    )
    assert [target for *_, target in told(doc)] == ["dat Zweden vertrekt", "en dat overleg volgt"]


def test_a_participle_before_a_noun_wants_something_only_where_it_says_who_does(parsed: Parsed) -> None:
    accepted = "geaccepteerde|accepteren|VERB|{at}|amod|part uitslag|=|NOUN|0|ROOT"
    assert told(parsed("de|=|DET|3|det " + accepted.format(at=3))) == []
    by = parsed("de|=|DET|5|det door|=|ADP|3|case Finland|=|PROPN|4|obl:agent " + accepted.format(at=5))
    assert [holders for _, _, holders, _ in told(by)] == [["Finland"]]

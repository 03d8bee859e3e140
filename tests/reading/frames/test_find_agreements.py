"""Where a parsed text tells of agreements, and with which status."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from akkoord.reading.frames import find_agreements
from akkoord.reading.frames.agreement_words import default_status, noun_of
from akkoord.reading.frames.hits import AgreementHit

Parsed = Callable[..., Doc]

OBJECT = "Riga|=|PROPN|2|nsubj {verb} het|=|DET|4|det verdrag|=|NOUN|2|obj .|=|PUNCT|2|punct"
SUBJECT = "Het|het|DET|2|det bestand|=|NOUN|3|nsubj {verb} .|=|PUNCT|3|punct"


def words(doc: Doc, numbers: tuple[int, ...]) -> list[str]:
    return [doc[number].text for number in numbers]


def only(doc: Doc) -> AgreementHit:
    (hit,) = find_agreements(doc)
    return hit


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("tekende|tekenen|VERB|0|ROOT|past", "concluded"),
        ("verscheurt|verscheuren|VERB|0|ROOT|fin", "ended"),
        ("schendt|schenden|VERB|0|ROOT|fin", "violated"),
        ("verwerpt|verwerpen|VERB|0|ROOT|fin", "rejected"),
        ("ziet|zien|VERB|0|ROOT|fin", None),
    ],
)
def test_the_predicate_gives_the_status(parsed: Parsed, verb: str, status: str | None) -> None:
    assert only(parsed(OBJECT.format(verb=verb))).status == status


@pytest.mark.parametrize(("verb", "status"), [("geldt|gelden|VERB|0|ROOT|fin", "in-force"),
                                              ("gold|gelden|VERB|0|ROOT|past", "ended")])  # fmt: skip
def test_what_was_in_force_is_so_no_more(parsed: Parsed, verb: str, status: str) -> None:
    assert only(parsed(SUBJECT.format(verb=verb))).status == status


def test_what_is_to_be_concluded_is_proposed(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj wil|willen|VERB|0|ROOT|fin een|=|DET|4|det verdrag|=|NOUN|5|obj "
        "sluiten|=|VERB|2|xcomp|inf .|=|PUNCT|2|punct"
    )
    assert only(doc).status == "proposed"


def test_parties_stand_between_or_conclude(parsed: Parsed) -> None:
    doc = parsed(
        "Het|het|DET|2|det pact|=|NOUN|7|nsubj tussen|=|ADP|4|case Riga|=|PROPN|2|nmod en|=|CCONJ|6|cc "
        "Vilnius|=|PROPN|4|conj geldt|gelden|VERB|0|ROOT|fin .|=|PUNCT|7|punct"
    )
    assert words(doc, only(doc).parties) == ["Riga", "Vilnius"]
    doc = parsed(OBJECT.format(verb="tekende|tekenen|VERB|0|ROOT|past"))
    assert words(doc, only(doc).parties) == ["Riga"]


def test_who_only_helped_is_a_third_party(parsed: Parsed) -> None:
    doc = parsed(
        "Er|er|ADV|3|advmod werd|worden|AUX|3|aux:pass getekend|tekenen|VERB|0|ROOT|part een|=|DET|5|det "
        "pact|=|NOUN|3|nsubj:pass onder|=|ADP|7|case leiding|=|NOUN|3|obl van|=|ADP|9|case Oslo|=|PROPN|7|nmod "
        ".|=|PUNCT|3|punct"
    )
    assert words(doc, only(doc).third_parties) == ["Oslo"]


def test_help_may_be_part_of_a_preposition(parsed: Parsed) -> None:
    doc = parsed(
        "Er|er|ADV|3|advmod werd|worden|AUX|3|aux:pass getekend|tekenen|VERB|0|ROOT|part een|=|DET|5|det "
        "pact|=|NOUN|3|nsubj:pass op|=|ADP|9|case aandringen|=|NOUN|6|fixed van|=|ADP|6|fixed Oslo|=|PROPN|3|obl "
        ".|=|PUNCT|3|punct"
    )
    assert words(doc, only(doc).third_parties) == ["Oslo"]


def test_a_verb_makes_an_agreement_without_a_noun(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|4|nsubj en|=|CCONJ|3|cc Vilnius|=|PROPN|1|conj werden|worden|VERB|0|ROOT|past "
        "het|=|PRON|4|obj eens|=|ADJ|4|xcomp .|=|PUNCT|4|punct"
    )
    hit = only(doc)
    assert (hit.kind, hit.status, words(doc, hit.parties)) == ("made", "concluded", ["Riga", "Vilnius"])


@pytest.mark.parametrize(("niet", "status"), [("", "concluded"), ("niet|=|ADV|6|advmod ", "proposed")])
def test_what_parties_do_not_agree_on_is_not_concluded(parsed: Parsed, niet: str, status: str) -> None:
    eens = 6 if niet else 5
    doc = parsed(
        "Riga|=|PROPN|4|nsubj en|=|CCONJ|3|cc Vilnius|=|PROPN|1|conj werden|worden|VERB|0|ROOT|fin "
        f"{niet}eens|=|ADJ|4|xcomp over|=|ADP|{eens + 3}|case een|=|DET|{eens + 3}|det bestand|=|NOUN|{eens}|obl"
    )
    assert only(doc).status == status


def test_a_verb_makes_none_beside_the_noun_that_it_is_said_of(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|4|nsubj en|=|CCONJ|3|cc Vilnius|=|PROPN|1|conj werden|worden|VERB|0|ROOT|past "
        "het|=|PRON|4|obj eens|=|ADJ|4|xcomp over|=|ADP|9|case een|=|DET|9|det ruil|=|NOUN|6|obl .|=|PUNCT|4|punct"
    )
    assert words(doc, only(doc).name) == ["ruil"]


def test_who_is_joined_to_a_helper_helps_though_the_parser_gives_it_to_the_parties(parsed: Parsed) -> None:
    doc = parsed(
        "Er|er|ADV|4|expl werd|worden|AUX|4|aux:pass|past een|=|DET|5|det gesloten|sluiten|VERB|0|ROOT|part "
        "pact|=|NOUN|4|nsubj:pass waarbij|=|ADV|15|advmod naast|=|ADP|8|case Riga|=|PROPN|15|obl "
        "en|=|CCONJ|10|cc Vilnius|=|PROPN|8|conj ook|=|ADV|12|advmod Oslo|=|PROPN|15|nsubj en|=|CCONJ|14|cc "
        "Bern|=|PROPN|8|conj betrokken|betrekken|VERB|5|acl:relcl|part .|=|PUNCT|4|punct"
    )
    assert words(doc, only(doc).third_parties) == ["Oslo", "Bern"]


def test_that_nothing_came_of_it_points_back(parsed: Parsed) -> None:
    doc = parsed(
        "Daarvan|daarvan|ADV|2|advmod kwam|komen|VERB|0|ROOT|past niets|=|PRON|2|nsubj "
        "terecht|=|ADV|2|compound:prt .|=|PUNCT|2|punct"
    )
    hit = only(doc)
    assert (hit.kind, hit.status) == ("back", "violated")


def test_to_agree_is_no_agreement(parsed: Parsed) -> None:
    doc = parsed("Riga|=|PROPN|2|nsubj gaat|gaan|VERB|0|ROOT|fin akkoord|=|NOUN|2|xcomp .|=|PUNCT|2|punct")
    assert find_agreements(doc) == []


def test_a_compound_is_known_by_its_end_and_named_by_its_first_half() -> None:
    noun = noun_of("handelsverdragen")
    assert noun is not None
    assert (noun.kind, noun.end, noun.first) == ("pact", "verdrag", "handels")
    assert noun_of("adresbestand") is None


def test_what_no_predicate_tells_of_is_in_force_concluded_or_proposed() -> None:
    assert default_status("verdrag", definite=True, marks=()) == "in-force"
    assert default_status("akkoord", definite=True, marks=()) == "concluded"
    assert default_status("akkoord", definite=False, marks=()) == "proposed"


def test_what_is_so_no_more_is_ended(parsed: Parsed) -> None:
    doc = parsed(
        "Het|het|DET|2|det bestand|=|NOUN|3|nsubj geldt|gelden|VERB|0|ROOT|fin niet|=|ADV|5|advmod "
        "meer|=|ADV|3|advmod .|=|PUNCT|3|punct"
    )
    assert only(doc).status == "ended"


def test_a_phrase_with_its_preposition_gives_the_status(parsed: Parsed) -> None:
    doc = parsed(
        "Het|het|DET|2|det bestand|=|NOUN|6|nsubj is|zijn|AUX|6|cop van|=|ADP|6|case de|=|DET|6|det "
        "baan|=|NOUN|0|ROOT .|=|PUNCT|6|punct"
    )
    assert only(doc).status == "ended"


def test_a_noun_in_a_heading_is_bare(parsed: Parsed) -> None:
    heading = "Nieuw|nieuw|ADJ|2|amod bestand|=|NOUN|0|ROOT"
    assert only(parsed(heading)).bare
    assert not only(parsed(SUBJECT.format(verb="geldt|gelden|VERB|0|ROOT|fin"))).bare


def test_its_name_takes_in_the_place_and_its_scenes_where_and_when_it_was_made(parsed: Parsed) -> None:
    doc = parsed(
        "In|=|ADP|2|case 2003|=|NUM|8|obl werd|worden|AUX|8|aux:pass het|=|DET|5|det "
        "akkoord|=|NOUN|8|nsubj:pass van|=|ADP|7|case Riga|=|PROPN|5|nmod gesloten|sluiten|VERB|0|ROOT"
    )
    hit = only(doc)
    assert doc[hit.name.start : hit.name.stop].text == "akkoord van Riga"
    own, made = hit.scenes
    assert {doc[word].text for word in own} == {"het", "akkoord", "van", "Riga"}
    assert "2003" in {doc[word].text for word in made}


def test_who_may_agree_some_day_has_no_agreement(parsed: Parsed) -> None:
    clause = "Riga|=|PROPN|4|nsubj {verb} het|=|PRON|4|obj eens|=|ADJ|0|ROOT worden|=|AUX|4|cop|inf"
    doc = parsed(clause.format(verb="zou|zullen|AUX|4|aux|past"))
    assert find_agreements(doc) == []


def test_who_signs_a_declaration_makes_an_agreement(parsed: Parsed) -> None:
    sentence = "Hij|hij|PRON|2|nsubj {verb}|VERB|0|ROOT|past een|=|DET|4|det verklaring|=|NOUN|2|obj"
    assert only(parsed(sentence.format(verb="tekende|tekenen"))).status == "concluded"
    assert find_agreements(parsed(sentence.format(verb="maakte|maken"))) == []


def test_a_plan_is_one_only_once_something_is_done_to_it(parsed: Parsed) -> None:
    sentence = "Riga|=|PROPN|2|nsubj {verb}|VERB|0|ROOT|fin het|=|DET|4|det vredesplan|=|NOUN|2|obj"
    assert only(parsed(sentence.format(verb="aanvaardt|aanvaarden"))).kind == "pact"
    assert find_agreements(parsed(sentence.format(verb="ziet|zien"))) == []


def test_what_lasted_until_it_was_made_is_made(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj wachtte|wachten|VERB|0|ROOT|past totdat|=|SCONJ|7|mark Vilnius|=|PROPN|7|nsubj "
        "een|=|DET|6|det akkoord|=|NOUN|7|obj sloot|sluiten|VERB|2|advcl|past"
    )
    assert only(doc).status == "concluded"


def test_who_mediates_it_is_no_party(parsed: Parsed) -> None:
    doc = parsed(
        "Riga|=|PROPN|2|nsubj bemiddelde|bemiddelen|VERB|0|ROOT|past een|=|DET|4|det bestand|=|NOUN|2|obj"
    )
    hit = only(doc)
    assert (hit.status, hit.parties, words(doc, hit.third_parties)[0]) == ("concluded", (), "Riga")


def test_that_it_failed_counts_more_than_that_it_was_made(parsed: Parsed) -> None:
    doc = parsed(
        "Het|het|DET|2|det bestand|=|NOUN|0|ROOT dat|=|PRON|6|obj Riga|=|PROPN|6|nsubj eerder|=|ADV|6|advmod "
        "sloot|sluiten|VERB|2|acl:relcl|past ,|=|PUNCT|8|punct bezweek|bezwijken|VERB|2|parataxis|past"
    )
    assert only(doc).status == "ended"
    doc = parsed(
        "Het|het|DET|2|det bestand|=|NOUN|0|ROOT dat|=|PRON|5|obj is|zijn|AUX|5|aux:pass|fin "
        "gesloten|sluiten|VERB|2|acl:relcl|part en|=|CCONJ|7|cc geschonden|schenden|VERB|5|conj|part"
    )
    assert only(doc).status == "violated"


def test_what_its_own_phrase_says_of_parties_holds(parsed: Parsed) -> None:
    doc = parsed(
        "Oslo|=|PROPN|2|nsubj sloot|sluiten|VERB|0|ROOT|past een|=|DET|4|det pact|=|NOUN|2|obj tussen|=|ADP|6|case "
        "Riga|=|PROPN|4|nmod en|=|CCONJ|8|cc Vilnius|=|PROPN|6|conj"
    )
    assert words(doc, only(doc).parties) == ["Riga", "Vilnius"]

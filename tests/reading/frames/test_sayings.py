from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from akkoord.reading.frames import SayingHit, find_sayings

Parsed = Callable[..., Doc]


def told(doc: Doc, hit: SayingHit) -> tuple[str, str, list[str]]:
    """Source, cue and content as the text has them."""
    words = [token.text for token in doc if not token.is_space]
    source = words[hit.source] if hit.source is not None else ""
    return (
        source,
        " ".join(words[i] for i in hit.cue),
        [" ".join(words[i] for i in part) for part in hit.content],
    )


def only(doc: Doc) -> tuple[str, str, list[str]]:
    (hit,) = find_sayings(doc)
    return told(doc, hit)


def test_clause_with_its_conjunction(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj zegt|zeggen|VERB|0|ROOT|fin dat|=|SCONJ|6|mark "
        "de|=|DET|5|det brug|=|NOUN|6|nsubj "
        "openblijft|open_blijven|VERB|2|ccomp|fin .|=|PUNCT|2|punct"
    )
    assert only(doc) == ("Jansen", "zegt", ["dat de brug openblijft"])


def test_cue_after_the_words(parsed: Parsed) -> None:
    doc = parsed(
        "De|de|DET|2|det weg|=|NOUN|3|nsubj blijft|blijven|VERB|0|ROOT|fin "
        "dicht|=|ADJ|3|xcomp ,|=|PUNCT|6|punct "
        "zegt|zeggen|VERB|3|parataxis|fin Jansen|=|PROPN|6|nsubj .|=|PUNCT|3|punct"
    )
    assert only(doc) == ("Jansen", "zegt", ["De weg blijft dicht"])


def test_aldus(parsed: Parsed) -> None:
    doc = parsed(
        "De|de|DET|2|det weg|=|NOUN|3|nsubj blijft|blijven|VERB|0|ROOT|fin "
        "dicht|=|ADJ|3|xcomp ,|=|PUNCT|7|punct "
        "aldus|=|ADV|7|case Jansen|=|PROPN|3|parataxis .|=|PUNCT|3|punct"
    )
    assert only(doc) == ("Jansen", "aldus", ["De weg blijft dicht"])


def test_volgens_inside_the_words_parts_them(parsed: Parsed) -> None:
    doc = parsed(
        "De|de|DET|2|det weg|=|NOUN|6|nsubj is|zijn|AUX|6|cop "
        "volgens|=|ADP|5|case hem|=|PRON|6|obl dicht|=|ADJ|0|ROOT"
    )
    assert only(doc) == ("hem", "volgens", ["De weg is", "dicht"])


def test_dat_points_to_the_sentence_before(parsed: Parsed) -> None:
    doc = parsed(
        "De|de|DET|2|det weg|=|NOUN|3|nsubj "
        "blijft|blijven|VERB|0|ROOT|fin dicht|=|ADJ|3|xcomp .|=|PUNCT|3|punct",
        "Dat|dat|PRON|2|obj meldt|melden|VERB|0|ROOT|fin Jansen|=|PROPN|2|nsubj .|=|PUNCT|2|punct",
    )
    assert only(doc) == ("Jansen", "meldt", ["De weg blijft dicht"])


def test_calling_somebody_something_has_two_parts(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj noemt|noemen|VERB|0|ROOT|fin De|de|PROPN|4|flat "
        "Vries|=|PROPN|2|obj gisteren|=|ADV|2|obl "
        "nog|=|ADV|5|advmod een|=|DET|8|det dwaas|=|NOUN|2|xcomp"
    )
    assert only(doc) == ("Jansen", "noemt", ["De Vries", "een dwaas"])


QUOTED = (
    "„|=|PUNCT|2|punct Wij|wij|PRON|3|nsubj wachten|=|VERB|0|ROOT|fin .|=|PUNCT|3|punct",
    "Lang|=|ADJ|2|advmod genoeg|=|ADV|0|ROOT ”|=|PUNCT|2|punct "
    ",|=|PUNCT|5|punct zegt|zeggen|VERB|2|parataxis|fin "
    "Jansen|=|PROPN|5|nsubj .|=|PUNCT|2|punct",
    "„|=|PUNCT|3|punct Nu|nu|ADV|3|advmod gaan|=|VERB|0|ROOT|fin "
    "we|=|PRON|3|nsubj .|=|PUNCT|3|punct ”|=|PUNCT|3|punct",
)


def test_quotation_over_sentences_and_after_its_cue_is_one_statement(parsed: Parsed) -> None:
    doc = parsed(*QUOTED)
    (hit,) = find_sayings(doc)
    assert told(doc, hit) == ("Jansen", "zegt", ["Wij wachten . Lang genoeg", "Nu gaan we"])
    assert hit.form == "direct"


def test_quotation_alone_is_said_by_whom_the_sentence_before_tells_of(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj zucht|zuchten|VERB|0|ROOT|fin .|=|PUNCT|2|punct",
        "‘|=|PUNCT|3|punct Wij|wij|PRON|3|nsubj wachten|=|VERB|0|ROOT|fin "
        "al|=|ADV|3|advmod .|=|PUNCT|3|punct ’|=|PUNCT|3|punct",
    )
    assert only(doc) == ("Jansen", "‘", ["Wij wachten al"])


def test_name_colon_quotation(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|0|ROOT :|=|PUNCT|5|punct ‘|=|PUNCT|5|punct "
        "Wij|wij|PRON|5|nsubj wachten|=|VERB|1|parataxis|fin "
        "’|=|PUNCT|5|punct"
    )
    assert only(doc) == ("Jansen", ":", ["Wij wachten"])


def test_chain_of_sources_is_a_statement_each(parsed: Parsed) -> None:
    doc = parsed(
        "Volgens|volgens|ADP|2|case Jansen|=|PROPN|3|obl zegt|zeggen|VERB|0|ROOT|fin "
        "Bakker|=|PROPN|3|nsubj dat|=|SCONJ|7|mark "
        "hij|=|PRON|7|nsubj komt|komen|VERB|3|ccomp|fin"
    )
    outer, inner = (told(doc, hit) for hit in find_sayings(doc))
    assert outer == ("Jansen", "Volgens", ["zegt Bakker dat hij komt"])
    assert inner == ("Bakker", "zegt", ["dat hij komt"])


def test_addressee(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj vraagt|vragen|VERB|0|ROOT|fin "
        "Bakker|=|PROPN|2|obj te|=|ADP|5|mark wachten|=|VERB|2|xcomp|inf"
    )
    (hit,) = find_sayings(doc)
    assert told(doc, hit) == ("Jansen", "vraagt", ["te wachten"])
    assert hit.addressee == 2


def test_a_clause_without_conjunction_and_a_particle_apart(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj ontkende|ontkennen|VERB|0|ROOT|fin geld|=|NOUN|6|obj "
        "te|=|ADP|6|mark hebben|=|AUX|6|aux|inf ontvangen|=|VERB|2|obl:arg|part"
    )
    assert only(doc) == ("Jansen", "ontkende", ["geld te hebben ontvangen"])


def test_laten_weten_as_one_verb(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj laat|weten_laten|VERB|0|ROOT|fin weten|=|VERB|2|compound:prt|inf "
        "dat|=|SCONJ|6|mark hij|=|PRON|6|nsubj komt|komen|VERB|2|ccomp|fin"
    )
    assert only(doc) == ("Jansen", "laat weten", ["dat hij komt"])


def test_what_is_denied_may_be_a_pronoun(parsed: Parsed) -> None:
    doc = parsed(
        "De|de|DET|2|det weg|=|NOUN|3|nsubj blijft|blijven|VERB|0|ROOT|fin dicht|=|ADJ|3|xcomp",
        "Jansen|=|PROPN|2|nsubj ontkent|ontkennen|VERB|0|ROOT|fin dat|=|PRON|2|obj",
    )
    assert only(doc) == ("Jansen", "ontkent", ["dat"])


def test_an_opinion_of_something_is_a_statement(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj vindt|vinden|VERB|0|ROOT|fin het|=|DET|4|det plan|=|NOUN|2|obj "
        "goed|=|ADJ|2|xcomp"
    )
    assert only(doc) == ("Jansen", "vindt", ["het plan goed"])


def test_a_noun_that_a_verb_carries_is_said_by_its_subject(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj wacht|wachten|VERB|0|ROOT|fin in|=|ADP|5|case de|=|DET|5|det "
        "hoop|=|NOUN|2|obl dat|=|SCONJ|8|mark het|=|PRON|8|nsubj regent|regenen|VERB|5|acl|fin"
    )
    assert only(doc) == ("Jansen", "hoop", ["dat het regent"])


def test_a_document_speaks_for_its_maker(parsed: Parsed) -> None:
    doc = parsed(
        "Volgens|volgens|ADP|3|case een|=|DET|3|det schatting|=|NOUN|7|obl van|=|ADP|5|case "
        "Jansen|=|PROPN|3|nmod is|zijn|AUX|7|cop het|=|ADJ|0|ROOT"
    )
    assert only(doc)[:2] == ("Jansen", "Volgens")


def test_naar_eigen_zeggen(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj wacht|wachten|VERB|0|ROOT|fin naar|=|ADP|5|case eigen|=|ADJ|5|amod "
        "zeggen|=|NOUN|2|obl buiten|=|ADV|2|advmod"
    )
    assert only(doc) == ("Jansen", "naar eigen zeggen", ["wacht", "buiten"])


def test_a_cue_that_only_the_heads_know(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj kwettert|kwetteren|VERB|0|ROOT|fin dat|=|SCONJ|5|mark "
        "hij|=|PRON|5|nsubj komt|komen|VERB|2|ccomp|fin"
    )
    assert find_sayings(doc) == []
    (hit,) = find_sayings(doc, cues={1})
    assert (told(doc, hit), hit.by) == (("Jansen", "kwettert", ["dat hij komt"]), "learned")


def test_a_quotation_right_after_another_goes_on_with_its_speaker(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj zucht|zuchten|VERB|0|ROOT|fin .|=|PUNCT|2|punct",
        "‘|=|PUNCT|3|punct Wij|wij|PRON|3|nsubj wachten|=|VERB|0|ROOT|fin "
        "op|=|ADP|5|case Bakker|=|PROPN|3|obl .|=|PUNCT|3|punct ’|=|PUNCT|3|punct",
        "‘|=|PUNCT|3|punct Wij|wij|PRON|3|nsubj gaan|=|VERB|0|ROOT|fin nu|=|ADV|3|advmod "
        ".|=|PUNCT|3|punct ’|=|PUNCT|3|punct",
    )
    assert [told(doc, hit)[0] for hit in find_sayings(doc)] == ["Jansen", "Jansen"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Jansen|=|PROPN|2|nsubj denkt|denken|VERB|0|ROOT|fin vaak|=|ADV|2|advmod",
        "Het|het|DET|2|det rapport|=|NOUN|3|nsubj zegt|zeggen|VERB|0|ROOT|fin "
        "dat|=|SCONJ|6|mark het|=|PRON|6|nsubj "
        "regent|regenen|VERB|3|ccomp|fin",
        "Jansen|=|PROPN|2|nsubj slaapt|slapen|VERB|0|ROOT|fin",
    ],
)
def test_no_statement(parsed: Parsed, sentence: str) -> None:
    """Thinking without a clause, a document that says something, and no cue at all."""
    assert find_sayings(parsed(sentence)) == []


def test_a_subject_taken_for_an_object_still_speaks(parsed: Parsed) -> None:
    doc = parsed(
        "De|de|DET|2|det weg|=|NOUN|3|nsubj blijft|blijven|VERB|0|ROOT|fin dicht|=|ADJ|3|xcomp",
        "Dat|dat|PRON|5|nsubj heeft|hebben|AUX|5|aux|fin een|=|DET|4|det "
        "bewoner|=|NOUN|5|iobj gezegd|zeggen|VERB|0|ROOT|part",
    )
    assert only(doc) == ("bewoner", "gezegd", ["De weg blijft dicht"])


def test_a_clause_with_its_subject_first_reports_no_clause_before_it(parsed: Parsed) -> None:
    doc = parsed(
        "De|de|DET|2|det weg|=|NOUN|3|nsubj blijft|blijven|VERB|0|ROOT|fin dicht|=|ADJ|3|xcomp ,|=|PUNCT|7|punct "
        "Jansen|=|PROPN|7|nsubj herhaalt|herhalen|VERB|3|parataxis|fin "
        "dat|=|SCONJ|10|mark hij|=|PRON|10|nsubj komt|komen|VERB|7|ccomp|fin",
        "De|de|DET|2|det brug|=|NOUN|3|nsubj gaat|gaan|VERB|0|ROOT|fin open|=|ADJ|3|xcomp ,|=|PUNCT|7|punct "
        "Bakker|=|PROPN|7|nsubj zegt|zeggen|VERB|3|parataxis|fin niets|=|PRON|7|obj",
    )
    assert only(doc) == ("Jansen", "herhaalt", ["dat hij komt"])


def test_what_stands_behind_a_semicolon_is_not_reported(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj reageert|reageren|VERB|0|ROOT|fin ;|=|PUNCT|5|punct "
        "Bakker|=|PROPN|5|nsubj wacht|wachten|VERB|2|parataxis|fin"
    )
    assert find_sayings(doc) == []


def test_what_something_is_called_may_be_taken_for_a_second_object(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj noemt|noemen|VERB|0|ROOT|fin het|=|DET|4|det plan|=|NOUN|2|obj "
        "een|=|DET|6|det ramp|=|NOUN|2|obj"
    )
    assert only(doc) == ("Jansen", "noemt", ["het plan een ramp"])


def test_what_something_is_dismissed_as(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj doet|doen|VERB|0|ROOT|fin dat|=|PRON|2|obj af|=|ADP|2|compound:prt "
        "als|=|SCONJ|6|mark onzin|=|NOUN|2|advcl"
    )
    assert only(doc) == ("Jansen", "doet", ["dat af als onzin"])


def test_an_appeal_has_what_is_asked_for_as_content_not_who_is_asked(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj riep|roepen|VERB|0|ROOT|past alle|=|DET|4|det buren|=|NOUN|2|obj "
        "op|=|ADP|2|compound:prt tot|=|ADP|7|case kalmte|=|NOUN|2|obl"
    )
    assert only(doc) == ("Jansen", "riep", ["tot kalmte"])


def test_of_two_objects_the_second_is_said(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj verwijt|verwijten|VERB|0|ROOT|fin Bakker|=|PROPN|2|obj haast|=|NOUN|2|obj"
    )
    assert only(doc) == ("Jansen", "verwijt", ["haast"])


def test_words_that_sound_somewhere_are_said_there(parsed: Parsed) -> None:
    doc = parsed(
        "Wij|wij|PRON|2|nsubj wachten|=|VERB|0|ROOT|fin ,|=|PUNCT|4|punct klinkt|klinken|VERB|2|parataxis|fin "
        "het|=|PRON|4|nsubj bij|=|ADP|7|case Jansen|=|PROPN|4|obl"
    )
    assert only(doc) == ("Jansen", "klinkt", ["Wij wachten"])


def test_it_may_be_a_body_that_speaks(parsed: Parsed) -> None:
    doc = parsed(
        "Het|het|PRON|2|nsubj eist|eisen|VERB|0|ROOT|fin dat|=|SCONJ|5|mark hij|=|PRON|5|nsubj "
        "komt|komen|VERB|2|ccomp|fin"
    )
    assert only(doc) == ("Het", "eist", ["dat hij komt"])


def test_a_likely_cue_counts_though_grammar_tells_no_source(parsed: Parsed) -> None:
    doc = parsed(
        "Er|er|ADV|3|advmod wordt|worden|AUX|3|aux:pass|fin gezegd|zeggen|VERB|0|ROOT|part dat|=|SCONJ|6|mark "
        "hij|=|PRON|6|nsubj komt|komen|VERB|3|ccomp|fin"
    )
    assert find_sayings(doc) == []
    assert told(doc, find_sayings(doc, cues={2})[0]) == ("", "gezegd", ["dat hij komt"])


@pytest.mark.parametrize("before", ["", "16.10|=|NUM|3|nummod uur|=|NOUN|4|obl -|=|PUNCT|4|punct "])
def test_a_headline_with_a_colon(parsed: Parsed, before: str) -> None:
    at = len(before.split())
    doc = parsed(
        f"{before}Vakbond|=|NOUN|0|ROOT :|=|PUNCT|{at + 1}|punct eerst|=|ADV|{at + 4}|advmod "
        f"praten|=|VERB|{at + 1}|parataxis|inf"
    )
    (hit,) = find_sayings(doc)
    assert (told(doc, hit), hit.by) == (("Vakbond", ":", ["eerst praten"]), "headline")


def test_a_colon_inside_a_sentence_makes_no_headline(parsed: Parsed) -> None:
    doc = parsed(
        "De|de|DET|2|det eis|=|NOUN|3|nsubj blijft|blijven|VERB|0|ROOT|fin :|=|PUNCT|3|punct "
        "eerst|=|ADV|6|advmod praten|=|VERB|3|parataxis|inf"
    )
    assert find_sayings(doc) == []


def test_what_is_said_on_condition_of_something_includes_it(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj sluit|sluiten|VERB|0|ROOT|fin overleg|=|NOUN|2|obj niet|=|ADV|2|advmod "
        "uit|=|ADP|2|compound:prt ,|=|PUNCT|9|punct mits|=|SCONJ|9|mark Bakker|=|PROPN|9|nsubj "
        "betaalt|betalen|VERB|2|advcl|fin"
    )
    assert only(doc) == ("Jansen", "sluit", ["overleg", "mits Bakker betaalt"])


def test_a_condition_before_the_words_is_not_part_of_them(parsed: Parsed) -> None:
    doc = parsed(
        "Als|als|SCONJ|3|mark het|=|PRON|3|nsubj regent|regenen|VERB|5|advcl|fin ,|=|PUNCT|3|punct "
        "vraagt|vragen|VERB|0|ROOT|fin Jansen|=|PROPN|5|nsubj geld|=|NOUN|5|obj"
    )
    assert only(doc) == ("Jansen", "vraagt", ["geld"])


def test_a_clause_is_rather_said_than_where_it_is_said(parsed: Parsed) -> None:
    doc = parsed(
        "Jansen|=|PROPN|2|nsubj liet|laten|VERB|0|ROOT|past op|=|ADP|4|case straat|=|NOUN|2|obl "
        "weten|=|VERB|2|xcomp|inf dat|=|SCONJ|8|mark hij|=|PRON|8|nsubj komt|komen|VERB|5|ccomp|fin"
    )
    (hit,) = find_sayings(doc)
    assert told(doc, hit)[2] == ["dat hij komt"]


def test_a_cue_is_marked_by_how_it_stands_in_its_clause(parsed: Parsed) -> None:
    plain, unreal = (
        parsed(
            f"Jansen|=|PROPN|{verb}|nsubj {before}zegt|zeggen|VERB|0|ROOT|fin dat|=|SCONJ|{verb + 3}|mark "
            f"hij|=|PRON|{verb + 3}|nsubj komt|komen|VERB|{verb}|ccomp|fin"
        )
        for before, verb in (("", 2), ("niet|=|ADV|3|advmod ", 3))
    )
    (hit,) = find_sayings(plain)
    (denied,) = find_sayings(unreal)
    assert {"a verb", "said as ccomp"} <= hit.marks
    assert denied.marks - hit.marks == {"sign by negated"}


def test_a_verb_behind_a_quotation_that_was_taken_for_an_adjective(parsed: Parsed) -> None:
    doc = parsed(
        "‘|=|PUNCT|3|punct Wij|wij|PRON|3|nsubj wachten|=|VERB|0|ROOT|fin al|=|ADV|3|advmod "
        "’|=|PUNCT|3|punct ,|=|PUNCT|8|punct verzuchtte|verzucht|ADJ|8|amod bakker|=|NOUN|3|parataxis "
        "Jansen|=|PROPN|8|appos"
    )
    assert only(doc) == ("bakker", "verzuchtte", ["Wij wachten al"])


def test_an_adjective_behind_a_quotation_says_nothing(parsed: Parsed) -> None:
    doc = parsed(
        "‘|=|PUNCT|3|punct Wij|wij|PRON|3|nsubj wachten|=|VERB|0|ROOT|fin al|=|ADV|3|advmod "
        "’|=|PUNCT|3|punct ,|=|PUNCT|8|punct mooie|mooi|ADJ|8|amod woorden|woord|NOUN|3|parataxis"
    )
    assert find_sayings(doc) == []

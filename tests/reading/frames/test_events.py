from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from akkoord.reading.frames import EventHit, find_events

Parsed = Callable[..., Doc]


def words(doc: Doc, hit: EventHit) -> tuple[list[str], list[str]]:
    """Forms of actors and of recipients."""
    return [doc[i].text for i in hit.actors], [doc[i].text for i in hit.recipients]


def only(doc: Doc, event_type: str) -> EventHit:
    """The one event of a type."""
    (hit,) = [hit for hit in find_events(doc) if hit.type == event_type]
    return hit


ACCUSES = (
    "Moskou|=|PROPN|2|nsubj beschuldigt|beschuldigen|VERB|0|ROOT|fin Kiev|=|PROPN|2|obj .|=|PUNCT|2|punct"
)


def test_subject_and_object(parsed: Parsed) -> None:
    doc = parsed(ACCUSES)
    hit = only(doc, "ACCUSE")
    assert (hit.trigger, hit.mode, hit.reality) == (range(1, 2), "allege", "actual")
    assert words(doc, hit) == (["Moskou"], ["Kiev"])
    assert hit.frame == "accuse.toml: beschuldigen"
    assert hit.arcs[0] == "nsubj beschuldigt -> Moskou"


def test_all_names_that_a_plural_stands_for_fill_its_role(parsed: Parsed) -> None:
    doc = parsed(
        "Kiev|=|PROPN|2|nsubj beschuldigt|beschuldigen|VERB|0|ROOT|fin de|de|DET|4|det "
        "republieken|republiek|NOUN|2|obj Donetsk|=|PROPN|4|appos "
        "en|en|CCONJ|7|cc Loegansk|=|PROPN|5|conj .|=|PUNCT|2|punct"
    )
    assert words(doc, only(doc, "ACCUSE")) == (["Kiev"], ["republieken", "Loegansk"])


def test_white_space_is_no_word(parsed: Parsed) -> None:
    doc = parsed("Zo|zo|ADV|0|ROOT .|=|PUNCT|1|punct ¶|=|SPACE|2|dep", ACCUSES)
    assert only(doc, "ACCUSE").trigger == range(3, 4)


def test_passive_turns_roles_around(parsed: Parsed) -> None:
    doc = parsed(
        "De|de|DET|2|det stad|=|NOUN|5|nsubj:pass wordt|worden|AUX|5|aux:pass zwaar|=|ADJ|5|advmod "
        "beschoten|beschieten|VERB|0|ROOT|part door|=|ADP|8|case de|=|DET|8|det rebellen|rebel|NOUN|5|obl:agent"
    )
    assert words(doc, only(doc, "ASSAULT")) == (["rebellen"], ["stad"])


@pytest.mark.parametrize("lemma", ["toe_zeggen", "toezeggen", "zeggen"])
def test_particle_apart_from_its_verb(parsed: Parsed, lemma: str) -> None:
    doc = parsed(
        f"Parijs|=|PROPN|2|nsubj zegt|{lemma}|VERB|0|ROOT|fin Kiev|=|PROPN|2|iobj tanks|tank|NOUN|2|obj "
        "toe|=|ADP|2|compound:prt"
    )
    assert words(doc, only(doc, "AGREE")) == (["Parijs"], ["Kiev"])


def test_particle_taken_for_part_of_the_next_infinitive(parsed: Parsed) -> None:
    doc = parsed(
        "Lissabon|=|PROPN|2|nsubj riep|roepen|VERB|0|ROOT|fin Madrid|=|PROPN|2|obj op|=|ADP|6|case het|=|DET|6|det "
        "pact|=|NOUN|8|obj te|=|ADP|8|mark eerbiedigen|=|VERB|2|xcomp|inf"
    )
    assert words(doc, only(doc, "REQUEST")) == (["Lissabon"], ["Madrid"])


def test_what_has_words_of_its_own_is_no_particle(parsed: Parsed) -> None:
    doc = parsed(
        "Praag|=|PROPN|6|nsubj heeft|hebben|AUX|6|aux|fin Wenen|=|PROPN|6|obj in|=|ADP|6|compound:prt "
        "bescherming|=|NOUN|4|fixed genomen|in_nemen|VERB|0|ROOT|part"
    )
    assert words(doc, only(doc, "SUPPORT")) == (["Praag"], ["Wenen"])


def test_compound_by_its_form_where_its_lemma_lost_a_letter(parsed: Parsed) -> None:
    doc = parsed(
        "Parijs|=|PROPN|2|nsubj hervat|hervatten|VERB|0|ROOT|fin staatsbezoek|staatbezoeg|NOUN|2|obj"
    )
    assert only(doc, "CONSULT").mode == "visit"


def test_subject_through_control(parsed: Parsed) -> None:
    doc = parsed(
        "Berlijn|=|PROPN|2|nsubj belooft|beloven|VERB|0|ROOT|fin met|=|ADP|4|case Tripoli|=|PROPN|6|obl "
        "te|=|ADP|6|mark onderhandelen|=|VERB|2|xcomp|inf"
    )
    hit = only(doc, "CONSULT")
    assert words(doc, hit)[0] == ["Berlijn", "Tripoli"]
    assert hit.reality == "hypothetical"


def test_object_of_a_request_does_what_is_asked(parsed: Parsed) -> None:
    doc = parsed(
        "Ankara|=|PROPN|2|nsubj vraagt|vragen|VERB|0|ROOT|fin Bagdad|=|PROPN|2|obj troepen|troep|NOUN|7|obj "
        "terug|=|ADP|7|compound:prt te|=|ADP|7|mark trekken|terug_trekken|VERB|2|xcomp|inf"
    )
    assert words(doc, only(doc, "REQUEST")) == (["Ankara"], ["Bagdad"])
    retreat = only(doc, "RETREAT")
    assert words(doc, retreat)[0] == ["Bagdad"]
    assert retreat.reality == "hypothetical"


def test_coordinated_verb_shares_the_subject(parsed: Parsed) -> None:
    doc = parsed(
        "Teheran|=|PROPN|2|nsubj prijst|prijzen|VERB|0|ROOT|fin Moskou|=|PROPN|2|obj en|=|CCONJ|5|cc "
        "beschuldigt|beschuldigen|VERB|2|conj|fin Washington|=|PROPN|5|obj"
    )
    assert words(doc, only(doc, "ACCUSE")) == (["Teheran"], ["Washington"])


def test_coordinated_actors_all_count(parsed: Parsed) -> None:
    doc = parsed("Cairo|=|PROPN|4|nsubj en|=|CCONJ|3|cc Doha|=|PROPN|1|conj bemiddelen|=|VERB|0|ROOT|fin")
    assert words(doc, only(doc, "CONSULT"))[0] == ["Cairo", "Doha"]


def test_relative_pronoun_stands_for_its_noun(parsed: Parsed) -> None:
    doc = parsed(
        "De|de|DET|2|det rebellen|rebel|NOUN|6|nsubj die|=|PRON|5|nsubj steden|stad|NOUN|5|obj "
        "veroverden|veroveren|VERB|2|acl:relcl|past zwijgen|=|VERB|0|ROOT|fin"
    )
    assert words(doc, only(doc, "ASSAULT"))[0] == ["rebellen"]


def test_nominalisation_with_van_and_adjective(parsed: Parsed) -> None:
    doc = parsed(
        "De|de|DET|3|det Russische|Russisch|ADJ|3|amod aanval|=|NOUN|6|nsubj op|=|ADP|5|case Charkov|=|PROPN|3|nmod "
        "duurt|duren|VERB|0|ROOT|fin"
    )
    assert words(doc, only(doc, "ASSAULT")) == (["Russische"], ["Charkov"])


def test_verb_used_as_a_noun(parsed: Parsed) -> None:
    doc = parsed(
        "Het|het|DET|2|det terugtrekken|terug_trekken|VERB|5|nsubj|inf van|=|ADP|4|case troepen|troep|NOUN|2|nmod "
        "begint|beginnen|VERB|0|ROOT|fin"
    )
    hit = only(doc, "RETREAT")
    assert (1 in hit.trigger, hit.mode, hit.actors) == (True, "withdraw", ())


def test_light_verb_is_one_event_with_its_noun(parsed: Parsed) -> None:
    doc = parsed(
        "Beide|=|DET|2|det landen|land|NOUN|3|nsubj voeren|=|VERB|0|ROOT|fin onderhandelingen|onderhandeling|NOUN|3|obj"
    )
    hit = only(doc, "CONSULT")
    assert hit.trigger == range(2, 4)
    assert words(doc, hit)[0] == ["landen"]


def test_object_decides_the_frame(parsed: Parsed) -> None:
    deal = "Madrid|=|PROPN|2|nsubj sluit|sluiten|VERB|0|ROOT|fin een|=|DET|4|det {0}|=|NOUN|2|obj"
    assert only(parsed(deal.format("handelsakkoord")), "SUPPORT").trigger == range(1, 2)
    assert find_events(parsed(deal.format("winkel"))) == []


REALITIES = [
    ("Oslo|=|PROPN|2|nsubj steunt|steunen|VERB|0|ROOT|fin Kiev|=|PROPN|2|obj", "actual"),
    ("Oslo|=|PROPN|2|nsubj steunt|steunen|VERB|0|ROOT|fin Kiev|=|PROPN|2|obj niet|=|ADV|2|advmod", "negated"),
    ("Oslo|=|PROPN|4|nsubj zou|zullen|AUX|4|aux|past Kiev|=|PROPN|4|obj steunen|=|VERB|0|ROOT|inf", "hypothetical"),
    ("Oslo|=|PROPN|4|nsubj moet|moeten|AUX|4|aux|fin Kiev|=|PROPN|4|obj steunen|=|VERB|0|ROOT|inf", "hypothetical"),
    ("Als|als|SCONJ|3|mark Oslo|=|PROPN|3|nsubj steunt|steunen|VERB|6|advcl|fin Kiev|=|PROPN|3|obj dan|=|ADV|6|advmod "
     "juicht|juichen|VERB|0|ROOT|fin men|=|PRON|6|nsubj", "hypothetical"),
    ("Oslo|=|PROPN|2|nsubj zwijgt|zwijgen|VERB|0|ROOT|fin zonder|=|SCONJ|6|mark Kiev|=|PROPN|6|obj te|=|ADP|6|mark "
     "steunen|=|VERB|2|advcl|inf", "negated"),
    ("Oslo|=|PROPN|3|nsubj niet|=|ADV|3|advmod steunt|steunen|VERB|0|ROOT|fin alleen|=|ADV|3|advmod", "negated"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "reality"), REALITIES)
def test_reality(parsed: Parsed, sentence: str, reality: str) -> None:
    assert only(parsed(sentence), "SUPPORT").reality == reality


def test_not_only_denies_nothing(parsed: Parsed) -> None:
    doc = parsed(
        "Niet|niet|ADV|4|advmod alleen|=|ADV|1|advmod Oslo|=|PROPN|4|nsubj steunt|steunen|VERB|0|ROOT|fin "
        "Kiev|=|PROPN|4|obj"
    )
    assert only(doc, "SUPPORT").reality == "actual"


def test_no_attack_is_negated(parsed: Parsed) -> None:
    doc = parsed("Geen|geen|DET|2|det aanval|=|NOUN|3|nsubj volgde|volgen|VERB|0|ROOT|past")
    assert only(doc, "ASSAULT").reality == "negated"


def test_planned_talks_are_an_agreement_that_stands(parsed: Parsed) -> None:
    doc = parsed(
        "Seoel|=|PROPN|5|nsubj zal|zullen|AUX|5|aux|fin met|=|ADP|4|case Tokio|=|PROPN|5|obl praten|=|VERB|0|ROOT|inf"
    )
    hit = only(doc, "AGREE")
    assert hit.reality == "actual"
    assert words(doc, hit)[0] == ["Seoel", "Tokio"]


def test_known_parties_fill_roles_before_others(parsed: Parsed) -> None:
    doc = parsed(
        "Rome|=|PROPN|2|nsubj verwerpt|verwerpen|VERB|0|ROOT|fin het|=|DET|4|det plan|=|NOUN|2|obj van|=|ADP|6|case "
        "Tirana|=|PROPN|4|nmod"
    )
    (hit,) = find_events(doc, parties={0, 5})
    assert words(doc, hit) == (["Rome"], ["Tirana"])


def test_sport_is_no_fight(parsed: Parsed) -> None:
    doc = parsed(
        "de|=|DET|2|det club|=|NOUN|3|nsubj versloeg|verslaan|VERB|0|ROOT|past de|=|DET|5|det rivaal|=|NOUN|3|obj"
    )
    assert find_events(doc, parties=()) == []


def test_empty_text_has_no_events(parsed: Parsed) -> None:
    assert find_events(parsed()) == []


def test_form_tells_the_verb_where_its_lemma_is_unknown(parsed: Parsed) -> None:
    doc = parsed(
        "Minsk|=|PROPN|2|nsubj verwierp|verwiepen|VERB|0|ROOT|past het|=|DET|4|det plan|=|NOUN|2|obj"
    )
    assert only(doc, "REJECT").trigger == range(1, 2)


def test_negation_that_belongs_to_the_phrase_denies_nothing(parsed: Parsed) -> None:
    doc = parsed(
        "Bern|=|PROPN|2|nsubj geeft|geven|VERB|0|ROOT|fin geen|=|DET|4|det gehoor|=|NOUN|2|obj aan|=|ADP|7|case "
        "de|=|DET|7|det oproep|=|NOUN|2|obl"
    )
    assert only(doc, "REJECT").reality == "actual"


def test_who_is_blamed_each_by_the_other(parsed: Parsed) -> None:
    doc = parsed(
        "Bern|=|PROPN|4|nsubj en|=|CCONJ|3|cc Wenen|=|PROPN|1|conj beschuldigen|=|VERB|0|ROOT|fin "
        "elkaar|=|PRON|4|obj"
    )
    assert words(doc, only(doc, "ACCUSE")) == (["Bern", "Wenen"], ["Bern", "Wenen"])


def test_party_in_what_is_asked_is_whom_it_is_asked_of(parsed: Parsed) -> None:
    doc = parsed(
        "Bern|=|PROPN|2|nsubj eist|eisen|VERB|0|ROOT|fin hulp|=|NOUN|2|obj van|=|ADP|5|case Wenen|=|PROPN|3|nmod"
    )
    assert words(doc, only(doc, "REQUEST")) == (["Bern"], ["Wenen"])


def test_what_one_wants_to_talk_about_is_agreed_and_what_not_refused(parsed: Parsed) -> None:
    wants = (
        "Bern|=|PROPN|2|nsubj wil|willen|VERB|0|ROOT|fin {0} met|=|ADP|5|case Wenen|=|PROPN|6|obl "
        "praten|=|VERB|2|xcomp|inf"
    )
    assert only(parsed(wants.format("graag|=|ADV|6|advmod")), "AGREE").reality == "actual"
    assert only(parsed(wants.format("niet|=|ADV|6|advmod")), "REJECT").reality == "actual"


@pytest.mark.parametrize("noun", ["hartaanval", "wedstrijd"])
def test_lookalike_is_no_attack(parsed: Parsed, noun: str) -> None:
    doc = parsed(f"De|de|DET|2|det {noun}|=|NOUN|3|nsubj begon|beginnen|VERB|0|ROOT|past")
    assert find_events(doc) == []


def test_participle_of_a_verb_opens_no_noun(parsed: Parsed) -> None:
    doc = parsed("Hij|hij|PRON|2|nsubj reist|reizen|VERB|0|ROOT|fin vaak|=|ADV|2|advmod")
    assert find_events(doc, parties=()) == []


def test_words_that_several_types_fit_are_a_hit_of_each(parsed: Parsed) -> None:
    doc = parsed(
        "Oslo|=|PROPN|2|nsubj vertrekt|vertrekken|VERB|0|ROOT|fin uit|=|ADP|5|case de|=|DET|5|det "
        "coalitie|=|NOUN|2|obl en|=|CCONJ|7|cc boycot|boycotten|VERB|2|conj|fin Tallinn|=|PROPN|7|obj"
    )
    hits = [hit for hit in find_events(doc) if hit.trigger == range(6, 7)]
    assert {hit.type for hit in hits} == {"REJECT", "SANCTION"}
    assert {tuple(words(doc, hit)[1]) for hit in hits} == {("Tallinn",)}


def test_a_noun_that_only_makes_a_preposition_is_no_event(parsed: Parsed) -> None:
    doc = parsed(
        "Dat|=|PRON|4|nsubj is|zijn|AUX|4|cop in|=|ADP|4|case strijd|=|NOUN|0|ROOT met|=|ADP|7|case "
        "het|=|DET|7|det verdrag|=|NOUN|4|nmod"
    )
    assert [hit.type for hit in find_events(doc)] == []


def test_a_noun_of_measure_stands_for_what_it_measures(parsed: Parsed) -> None:
    doc = parsed(
        "Zweden|=|PROPN|2|nsubj schort|schorten|VERB|0|ROOT|fin een|=|DET|4|det deel|=|NOUN|2|obj van|=|ADP|7|case "
        "de|=|DET|7|det hulp|=|NOUN|4|nmod op|=|ADP|2|compound:prt"
    )
    assert only(doc, "SANCTION").trigger == range(1, 2)


def test_a_noun_behind_a_preposition_of_its_own_is_no_part_of_a_phrase(parsed: Parsed) -> None:
    doc = parsed(
        "Oslo|=|PROPN|2|nsubj gelast|gelasten|VERB|0|ROOT|fin Bergen|=|PROPN|2|obj tijdens|=|ADP|6|case "
        "het|=|DET|6|det onderzoek|=|NOUN|8|obl te|=|ADP|8|mark zwijgen|=|VERB|2|xcomp|inf"
    )
    assert [doc[i].text for i in only(doc, "REQUEST").trigger] == ["gelast"]


@pytest.mark.parametrize(
    ("verb", "kind"),
    [("praat|praten|VERB|0|ROOT|fin", "AGREE"), ("sprak|spreken|VERB|0|ROOT|past", "CONSULT")],
)
def test_what_is_done_in_a_time_to_come_is_agreed_now(parsed: Parsed, verb: str, kind: str) -> None:
    doc = parsed(
        f"Oslo|=|PROPN|2|nsubj {verb} de|=|DET|5|det komende|komend|ADJ|5|amod week|=|NOUN|2|obl met|=|ADP|7|case "
        "Tallinn|=|PROPN|2|obl"
    )
    assert {hit.type for hit in find_events(doc)} == {kind}


def test_who_will_not_deal_with_somebody_refuses(parsed: Parsed) -> None:
    doc = parsed(
        "Oslo|=|PROPN|5|nsubj zal|zullen|AUX|5|aux|fin niet|=|ADV|5|advmod meer|=|ADV|3|fixed praten|=|VERB|0|ROOT|inf"
    )
    assert only(doc, "REJECT").reality == "actual"


@pytest.mark.parametrize(
    ("noun", "kind"), [("arrestatie", "COERCE"), ("uitwijzing", "SANCTION"), ("vrijlating", "RETREAT")]
)
def test_who_owns_an_act_done_to_him_undergoes_it(parsed: Parsed, noun: str, kind: str) -> None:
    doc = parsed(f"Jansens|=|PROPN|2|nmod:poss {noun}|=|NOUN|3|nsubj verraste|verrassen|VERB|0|ROOT|past")
    assert words(doc, next(hit for hit in find_events(doc) if hit.type == kind)) == ([], ["Jansens"])


@pytest.mark.parametrize(("relation", "types"), [("2|obj", ["THREATEN"]), ("5|nsubj", [])])
def test_a_warning_is_a_threat_where_somebody_is_warned(
    parsed: Parsed, relation: str, types: list[str]
) -> None:
    doc = parsed(
        f"Oslo|=|PROPN|2|nsubj waarschuwt|waarschuwen|VERB|0|ROOT|fin Tallinn|=|PROPN|{relation} "
        "dat|=|SCONJ|5|mark regent|regenen|VERB|2|ccomp|fin"
    )
    assert [hit.type for hit in find_events(doc)] == types


@pytest.mark.parametrize(
    ("verb", "adverb", "reality"),
    [
        ("praat|praten|VERB|0|ROOT|fin", "pas", "hypothetical"),
        ("praat|praten|VERB|0|ROOT|fin", "nog", "actual"),
        ("praatte|praten|VERB|0|ROOT|past", "pas", "actual"),
    ],
)
def test_what_waits_for_something_is_not_yet_so(parsed: Parsed, verb: str, adverb: str, reality: str) -> None:
    doc = parsed(
        f"Oslo|=|PROPN|2|nsubj {verb} {adverb}|=|ADV|5|advmod na|=|ADP|5|case betaling|=|NOUN|2|obl met|=|ADP|7|case "
        "Tallinn|=|PROPN|2|obl"
    )
    assert only(doc, "CONSULT").reality == reality

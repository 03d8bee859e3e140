"""Which stance a want is, by its words and what it stands in."""

from tests.reading.made import made

from akkoord.codebook import Span, Stance
from akkoord.reading.stances import stance_features, stance_shares
from akkoord.reading.wanting import HEAD, Want

TEXT = "Finland wil niet tekenen."
SIGNALS = made(TEXT, {})


def want(*stances: Stance, kind: str = "frame", within: tuple[Stance, ...] = ()) -> Want:
    return Want({}, "nobody", stances, 1, range(1, 4), range(4), Span.of(TEXT, 0, 24), kind, within=within)


def test_words_that_stand_for_one_stance_decide() -> None:
    shares = stance_shares(SIGNALS, want("rejects"), "borders")
    assert max(shares, key=lambda stance: shares[stance]) == "rejects"


def test_evidence_by_the_head_alone_allows_no_stance_before_others() -> None:
    features = stance_features(SIGNALS, want("demands", "rejects", kind=HEAD), "borders")
    assert {found["allowed"] for found in features.values()} == {0.0}


def test_what_one_demands_of_another_to_accept_is_rather_demanded() -> None:
    alone = stance_shares(SIGNALS, want("accepts"), "borders")
    within = stance_shares(SIGNALS, want("accepts", within=("demands",)), "borders")
    assert within["demands"] > alone["demands"]

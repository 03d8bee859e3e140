from random import Random

import pytest
from benchmarks.merging import ReportSet, load_sets, scores_of

from akkoord.dossier import Dossier

SETS = {one.name: one for one in load_sets()}


@pytest.mark.parametrize("found", SETS.values(), ids=SETS)
def test_what_is_known_of_a_set_is_found_and_nothing_else(found: ReportSet) -> None:
    for kind, score in scores_of(found).items():
        assert score.found == score.so, kind


@pytest.mark.parametrize("found", SETS.values(), ids=SETS)
def test_the_order_in_which_reports_come_makes_no_difference(found: ReportSet) -> None:
    def told(dossier: Dossier) -> list[object]:
        return [
            [(h.type, str(dossier.when(h)), sorted(c.report for c in h.cite())) for h in dossier.happenings],
            [(c.kind, [s.citation for s in c.sides]) for c in dossier.contradictions],
            [(r.parties, r.status, sorted(c.report for c in r.cite())) for r in dossier.rounds],
            [(a.name, a.parties, a.status) for a in dossier.accords],
        ]

    shuffled = list(found.entries)
    Random(5).shuffle(shuffled)
    assert told(Dossier(shuffled)) == told(Dossier(found.entries))


def test_there_are_sets_for_every_kind_of_answer() -> None:
    kinds = [kind for found in SETS.values() for kind in found.expected]
    assert len(SETS) >= 8
    assert set(kinds) == {"events", "actors", "talks", "agreements", "days", "contradictions"}

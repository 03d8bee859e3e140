import pytest
from tests.dossier.reports import entry

from akkoord.dossier import Dossier
from akkoord.record import Entry


def _said(id: str, day: str, text: str, source: str, code: str, cue: str, content: str) -> Entry:
    told = {"source": source, "code": code, "cue": cue, "content": [content]}
    return entry(text, day, id, statements=[told])


REPORTS = [
    _said("a", "2020-03-02", "Valdor zegt dat de nieuwe brug bij Oststad maandag opengaat.", "Valdor", "REG:Valdor/GOV",
          "zegt", "dat de nieuwe brug bij Oststad maandag opengaat"),
    _said("b", "2020-03-03", "De nieuwe brug bij Oststad gaat maandag open, aldus een woordvoerder.",
          "een woordvoerder", "REG:Valdor/GOV", "aldus", "De nieuwe brug bij Oststad gaat maandag open"),
    _said("c", "2020-03-03", "De brug is onveilig, zegt Meren.", "Meren", "REG:Meren", "zegt", "De brug is onveilig"),
    _said("d", "2020-05-01", "Valdor zegt dat de nieuwe brug bij Oststad maandag opengaat.", "Valdor", "REG:Valdor/GOV",
          "zegt", "dat de nieuwe brug bij Oststad maandag opengaat"),
]  # fmt: skip


def _reports(query: str, speaker: str | None = None) -> list[list[str]]:
    return [[q.citation.report for q in saying.quotes] for saying in Dossier(REPORTS).said(query, speaker)]


def test_one_saying_in_two_reports_is_told_once() -> None:
    assert _reports("brug") == [["d"], ["c"], ["a", "b"]]


@pytest.mark.parametrize(
    ("query", "speaker", "expected"),
    [
        ("brug", "REG:Meren", [["c"]]),
        ("brug", "woordvoerder", [["b"]]),
        ("BRUG onveilig", None, [["c"]]),
        ('"bij Oststad"', "REG:Valdor", [["d"], ["a", "b"]]),
        ('"Oststad bij"', None, []),
        ("vliegveld", None, []),
    ],
)
def test_by_words_and_speaker(query: str, speaker: str | None, expected: list[list[str]]) -> None:
    assert _reports(query, speaker) == expected


def test_the_citation_is_the_whole_saying_with_its_paragraph() -> None:
    text = "Kop\n\nEerste alinea.\n\nDe brug is dicht, zegt Meren."
    (saying,) = Dossier(
        [_said("e", "2020-06-01", text, "Meren", "REG:Meren", "zegt", "De brug is dicht")]
    ).said("brug")
    citation = saying.first.citation
    assert (citation.paragraph, citation.words) == (3, "De brug is dicht, zegt Meren")

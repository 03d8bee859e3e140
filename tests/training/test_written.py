import pytest
from training.written import FOLDER, parse, written

REPORT = """title: Noorwegen wil praten
published: 2022-03-30

[Noorwegen|NOR] wil praten met [Zweden|SWE], zei [een woordvoerder|NOR/GOV] {dinsdag|2022-03-29}.
[Zweden|SWE] zwijgt, en
{vandaag of gisteren|[2022-03-29,2022-03-30]} zwijgt [het|SWE] weer.

---
S indirect | een woordvoerder | zei | Noorwegen ... praten met Zweden
E CONSULT:visit | wil < praten > met | NOR, SWE | - | hypothetical | - | Oslo | NOR/GOV
P NOR | talks | demands | wil praten // met Zweden
"""


def changed(old: str, new: str) -> str:
    assert old in REPORT
    return REPORT.replace(old, new)


def test_marks_become_spans_of_the_plain_text() -> None:
    text, reading = parse(REPORT)
    assert text.startswith(
        "Noorwegen wil praten met Zweden, zei een woordvoerder dinsdag.\nZweden zwijgt, en"
    )
    for layer in ("actors", "times"):
        for found in reading[layer]:
            assert text[found["start"] : found["end"]] == found["text"]
    assert [actor["code"] for actor in reading["actors"]] == ["NOR", "SWE", "NOR/GOV", "SWE", "SWE"]
    assert [time["value"] for time in reading["times"]] == ["2022-03-29", "[2022-03-29,2022-03-30]"]


def test_findings_point_to_their_words() -> None:
    _, reading = parse(REPORT)
    (statement,), (event,), (position,) = (reading[layer] for layer in ("statements", "events", "positions"))
    assert statement["source"]["code"] == "NOR/GOV" and statement["addressee"] is None
    assert statement["content"][0]["text"] == "Noorwegen wil praten met Zweden"
    assert (event["trigger"]["text"], event["mode"], event["place"]) == ("praten", "visit", "Oslo")
    assert event["actors"] == ["NOR", "SWE"] and event["recipients"] == []
    assert [span["text"] for span in position["evidence"]] == ["wil praten", "met Zweden"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("---", "", "parts the text from its findings"),
        ("[Noorwegen|NOR]", "[Noorwegen|]", "no words or no value"),
        ("[Noorwegen|NOR]", "[Noorwegen|NOO]", "NOO"),
        ("| een woordvoerder |", "| een minister |", "0 times"),
        ("| een woordvoerder |", "| dinsdag |", "not marked as an actor"),
        ("met Zweden\nE", "met Zweden < zwijgt >\nE", "0 times"),
        ("P NOR | talks", "P NOR | peace", "peace is none of"),
        ("CONSULT:visit", "CONSULT:riot", "no type of event"),
        ("S indirect", "X indirect", "begin with one of"),
        ("zei | Noorwegen ... praten met Zweden", "zwijgt | Noorwegen ... praten met Zweden", "2 times"),
    ],
)
def test_what_is_wrong_is_told(old: str, new: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse(changed(old, new))


def test_all_reports_can_be_read() -> None:
    found = list(written())
    assert len(found) == len(list(FOLDER.glob("*.txt"))) > 100
    for name, text, reading in found:
        assert text and reading["actors"], name

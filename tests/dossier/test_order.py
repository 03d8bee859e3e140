import pytest
from tests.dossier.reports import entry, event

from akkoord.dossier.context import Context
from akkoord.dossier.happenings import Telling
from akkoord.dossier.order import links


def _links(text: str, *triggers: str) -> list[tuple[str, str, int, int | None]]:
    events = [event(trigger, "CONSULT", ["REG:Valdor"], recipients=["REG:Meren"]) for trigger in triggers]
    context = Context(entry(text, "2021-08-30", events=events))
    tellings = [Telling(found, context) for found in context.reading.events]
    return [
        (link.earlier.event.trigger.text, link.later.event.trigger.text, link.least, link.most)
        for link in links(context, tellings)
    ]


@pytest.mark.parametrize(
    ("text", "triggers", "expected"),
    [
        ("Valdor belde voordat Meren aanviel.", ("belde", "aanviel"), [("belde", "aanviel", 0, None)]),
        ("Voordat Meren aanviel, belde Valdor.", ("aanviel", "belde"), [("belde", "aanviel", 0, None)]),
        ("Nadat Meren aanviel, belde Valdor.", ("aanviel", "belde"), [("aanviel", "belde", 0, None)]),
        ("Een dag na de aanval belde Valdor.", ("aanval", "belde"), [("aanval", "belde", 1, 1)]),
        ("Twee weken voor de aanval belde Valdor.", ("aanval", "belde"), [("belde", "aanval", 14, 14)]),
        ("Valdor belde. Daarna viel Meren aan.", ("belde", "viel"), [("belde", "viel", 0, None)]),
        ("Valdor belde voor de zekerheid en Meren viel aan.", ("belde", "viel"), []),
        ("Valdor belde. Meren viel aan.", ("belde", "viel"), []),
        ("Na de zomer belde Valdor met Meren, dat aanviel.", ("aanviel",), []),
    ],
)
def test_the_order_that_words_give(
    text: str, triggers: tuple[str, ...], expected: list[tuple[str, str, int, int | None]]
) -> None:
    assert _links(text, *triggers) == expected

import json
from pathlib import Path

from akkoord.reading import LAYERS
from akkoord.reading.schema import schema_text

PUBLISHED = Path(__file__).parents[2] / "docs" / "reading.schema.json"


def test_published_schema_is_not_stale() -> None:
    stale = "run: python -m akkoord.reading.schema > docs/reading.schema.json"
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), stale


def test_schema_lists_layers_and_terms() -> None:
    schema = json.loads(schema_text())
    assert set(schema["properties"]) == {"report", *LAYERS}
    assert "CONSULT" in schema["$defs"]["Event"]["properties"]["type"]["enum"]
    assert schema["$defs"]["Actor"]["properties"]["code"]["anyOf"][0]["type"] == "string"

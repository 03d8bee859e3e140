"""The JSON Schema of a reading file, for programs that read our readings.

`python -m akkoord.reading.schema > docs/reading.schema.json` writes the published one.
"""

import json
import sys

from akkoord.reading.findings import Reading


def schema_text() -> str:
    """The schema of `Reading.to_json()`, as the text of the published file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= Reading.model_json_schema(mode="serialization")
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())

"""The sample reports that ship beside the code."""

from pathlib import Path

import pytest

from akkoord.reports import Report, read_report, read_reports

FOLDER = Path(__file__).parents[2] / "examples/reports"
FILES = sorted(FOLDER.glob("*.txt"))


def test_there_are_five_to_eight_samples() -> None:
    assert 5 <= len(FILES) <= 8
    assert len([report for report in read_reports([FOLDER]) if isinstance(report, Report)]) == len(FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_sample_is_stamped_as_its_name_says(path: Path) -> None:
    report = read_report(path)
    assert report.published and path.name.startswith(report.published)
    assert 200 <= len(report.text.split()) <= 450


def test_some_are_dated_to_the_day_and_some_to_the_month() -> None:
    assert {read_report(path).when.precision for path in FILES} == {"day", "month"}

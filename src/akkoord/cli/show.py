"""`akkoord show`: a report with its findings marked in it."""

from rich.text import Text

from akkoord.cli.findings import findings_tables
from akkoord.cli.marked import legend, marked
from akkoord.cli.reads import (
    ConfidenceOption,
    FileArgument,
    LanguageOption,
    PipelineOption,
    console,
    read_one,
)
from akkoord.reader import OWN_PIPELINE, Reader


def show(
    file: FileArgument,
    min_confidence: ConfidenceOption = 0.0,
    any_language: LanguageOption = False,
    pipeline: PipelineOption = OWN_PIPELINE,
) -> None:
    """Print a report with its findings marked in it, in colours or in brackets, and a table of them under it.

    Example: akkoord show examples/reports/2022-02-25-inval.txt
    """
    report, reading = read_one(file, Reader(pipeline, any_language=any_language))
    reading = reading.at_least(min_confidence)
    out = console()
    in_colour = out.color_system is not None and not out.no_color
    out.print(legend(in_colour), Text(), sep="\n")
    out.print(marked(report.text, reading, in_colour), soft_wrap=not out.is_terminal)
    out.print(Text(), findings_tables(reading), sep="\n")

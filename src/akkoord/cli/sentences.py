"""A report's sentences as a table for people: its names marked in colour, and the main words of each."""

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text
from spacy.tokens import Doc, Span, Token

from akkoord.reports import Report

COLOURS = {"PER": "cyan", "ORG": "magenta", "LOC": "green", "NORP": "yellow", "MISC": "blue"}
MAIN_RELATIONS = ("nsubj", "obj", "iobj", "obl", "ccomp", "xcomp", "csubj", "advcl")


def sentence_table(report: Report, doc: Doc) -> Table:
    """One row a sentence: its number, its words, its names, its root with what hangs on it."""
    table = Table(
        "", "Sentence", "Names", "Grammar",
        title=f"{report.title or report.id} · {report.when.caption('en')}",
        title_justify="left", title_style="bold", box=SIMPLE_HEAD, show_lines=True, expand=True,
    )  # fmt: skip
    table.columns[1].ratio, table.columns[2].ratio, table.columns[3].ratio = 5, 3, 3
    for number, sentence in enumerate(doc.sents, start=1):
        table.add_row(str(number), _words(sentence), _names(sentence), _grammar(sentence.root))
    return table


def _words(sentence: Span) -> Text:
    """The sentence on one line, its names in their colours."""
    text = Text(sentence.text)
    for name in sentence.ents:
        text.stylize(
            COLOURS.get(name.label_, "bold"),
            name.start_char - sentence.start_char,
            name.end_char - sentence.start_char,
        )
    text.plain = text.plain.replace("\n", " ")
    return text[len(text) - len(text.plain.lstrip()) :]


def _names(sentence: Span) -> Text:
    names = {(name.text.replace("\n", " "), name.label_): None for name in sentence.ents}
    lines = [Text.assemble((label, COLOURS.get(label, "bold")), f" {text}") for text, label in names]
    return Text("\n").join(lines)


def _grammar(root: Token) -> Text:
    """The root and its main dependents in the order of the sentence, one a line."""
    words = [root, *(child for child in root.children if child.dep_.split(":")[0] in MAIN_RELATIONS)]
    lines = [
        Text.assemble(
            ("root" if word == root else word.dep_, "dim"), f" {word.text}", (f" {word.pos_}", "dim")
        )
        for word in sorted(words, key=lambda word: word.i)
    ]
    return Text("\n").join(lines)

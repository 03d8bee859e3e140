from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from akkoord.language.conllu import conllu, read_conllu, write_conllu

TREEBANK = """# sent_id = s1
# text = Kiev wacht.
1\tKiev\tKiev\tPROPN\tSPEC|deeleigen\t_\t2\tnsubj\t2:nsubj\t_
2\twacht\twachten\tVERB\tWW|pv|tgw|ev\tNumber=Sing|Tense=Pres|VerbForm=Fin\t0\troot\t0:root\tSpaceAfter=No
3\t.\t.\tPUNCT\tLET\t_\t2\tpunct\t2:punct\t_

# sent_id = s2
1-2\tten\t_\t_\t_\t_\t_\t_\t_\t_
1\tte\tte\tADP\tVZ\t_\t0\troot\t_\t_
1.1\tleeg\t_\t_\t_\t_\t_\t_\t_\t_
2\tden\tde\tDET\tLID\t_\t1\tdet\t_\t_"""


def test_sentences_of_a_treebank(tmp_path: Path) -> None:
    path = tmp_path / "x.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    first, second = read_conllu(path)
    assert (first.sent_id, first.text, second.sent_id) == ("s1", "Kiev wacht.", "s2")
    assert [(w.form, w.head, w.space_after) for w in first.words] == [
        ("Kiev", 2, True), ("wacht", 0, False), (".", 2, True),
    ]  # fmt: skip
    assert [w.form for w in second.words] == ["te", "den"]
    path.write_text(write_conllu([first, second]), encoding="utf-8")
    assert list(read_conllu(path)) == [first, second]


def test_a_line_without_ten_columns_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.conllu"
    path.write_text("1\tKiev\n\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 1: 2 columns, CoNLL-U has 10"):
        list(read_conllu(path))


def test_a_doc_with_white_space_and_names() -> None:
    doc = Doc(
        spacy.blank("nl").vocab,
        words=["\n", "Kiev", "wacht", ".", "\n\t", "Wie", "|", "?"],
        spaces=[False, True, False, False, False, True, False, False],
        heads=[1, 2, 2, 2, 2, 5, 5, 5],
        deps=["dep", "nsubj", "ROOT", "punct", "dep", "ROOT", "obj", "punct"],
        pos=["SPACE", "PROPN", "VERB", "PUNCT", "SPACE", "PRON", "SYM", "PUNCT"],
        lemmas=["\n", "Kiev", "wachten", ".", "\n\t", "wie", "|", "?"],
        morphs=["", "", "Number=Sing", "", "", "", "", ""],
    )
    doc.ents = (Span(doc, 1, 2, "LOC"),)
    assert conllu(doc).split("\n") == [
        "# sent_id = 1",
        "# text = Kiev wacht.",
        "1\tKiev\tKiev\tPROPN\t_\t_\t2\tnsubj\t_\tNER=B-LOC|SpacesBefore=\\n",
        "2\twacht\twachten\tVERB\t_\tNumber=Sing\t0\troot\t_\tSpaceAfter=No",
        "3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\tSpacesAfter=\\n\\t",
        "",
        "# sent_id = 2",
        "# text = Wie |?",
        "1\tWie\twie\tPRON\t_\t_\t0\troot\t_\t_",
        "2\t|\t|\tSYM\t_\t_\t1\tobj\t_\tSpaceAfter=No",
        "3\t?\t?\tPUNCT\t_\t_\t1\tpunct\t_\tSpaceAfter=No",
        "",
        "",
    ]


def test_a_doc_without_words() -> None:
    vocab = spacy.blank("nl").vocab
    assert conllu(Doc(vocab)) == ""
    assert conllu(Doc(vocab, words=[" "], spaces=[False], sent_starts=[True])) == ""

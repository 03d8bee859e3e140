"""The pipeline as it ships, from its door."""

import pickle
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from akkoord import language
from akkoord.errors import AkkoordError

TEXT = (
    "De Oekraïense president nam gisteren de telefoon niet op. "
    "Volgens het Kremlin wil Rusland in Minsk overleggen.\n\n"
    "Dat zei woordvoerder Peskov dinsdag."
)
NASTY = "aB.'’\"„«»,;:!?()-–—/ \t\n\r\u00a0\u00ad\u200b\u200d\u2028…09éß%@😀👍🏽🇳🇱\u0301\x00"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return language.load("nl")


def check(doc: Doc, text: str) -> None:
    """What must hold of any Doc: its text, whole trees inside sentences, a tag for each word."""
    assert doc.text == text
    sentences = list(doc.sents)
    assert "".join(sentence.text_with_ws for sentence in sentences) == text
    for sentence in sentences:
        roots = [token for token in sentence if token.head.i == token.i]
        assert len(roots) == 1
        assert all(token.head in sentence for token in sentence)
        assert all(sentence.root in (token, *token.ancestors) for token in sentence)
    assert all(token.pos_ and token.tag_ and token.lemma_ and token.dep_ for token in doc)
    assert all((token.pos_ == "SPACE") == token.is_space for token in doc)


def test_grammar_of_plain_news(nlp: Language) -> None:
    doc = nlp(TEXT)
    check(doc, TEXT)
    first, second, third = doc.sents
    assert [t.pos_ for t in first] == [
        "DET", "ADJ", "NOUN", "VERB", "ADV", "DET", "NOUN", "ADV", "ADP", "PUNCT",
    ]  # fmt: skip
    assert first.root.text == "nam"
    assert first.root.lemma_ == "op_nemen"
    assert {(t.text, t.dep_) for t in first.root.children} >= {
        ("president", "nsubj"), ("telefoon", "obj"), ("op", "compound:prt"), (".", "punct"),
    }  # fmt: skip
    assert first.root.morph.get("Tense") == ["Past"]
    assert first.root.tag_.startswith("WW|pv|verl")
    assert second.root.text == "wil" or second.root.text == "overleggen"
    assert third.text.startswith("Dat zei")


def test_names(nlp: Language) -> None:
    found = {(name.text, name.label_) for name in nlp(TEXT).ents}
    assert {("Rusland", "LOC"), ("Minsk", "LOC"), ("Peskov", "PER")} <= found
    assert {label for _, label in found} <= {"PER", "ORG", "LOC", "NORP", "MISC"}


@given(st.one_of(st.text(), st.text(NASTY, max_size=60)))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back(nlp: Language, text: str) -> None:
    check(nlp(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n", "Hallo", ".", "KIEV WIL PRATEN MET MOSKOU", "Geen akkoord in Minsk", "😀", "\u00ad",
        "- punt een\n- punt twee\n- punt drie", "vredes\u00adoverleg in\u00a0Minsk\u200b.", "é" * 20_000,
        "!" * 3000, " \n" * 500,
    ],
)  # fmt: skip
def test_odd_texts(nlp: Language, text: str) -> None:
    check(nlp(text), text)


def test_sentences_of_odd_layout(nlp: Language) -> None:
    def sentences(text: str) -> list[str]:
        return [sentence.text.strip() for sentence in nlp(text).sents]

    assert sentences("Kiev wil praten\nDe president zei dat gisteren.") == [
        "Kiev wil praten", "De president zei dat gisteren.",
    ]  # fmt: skip
    assert len(sentences("- punt een\n- punt twee\n- punt drie")) == 3
    assert sentences(
        "Minister mr. J.P. de Vries sprak a.s. dinsdag met min. van BuZa Jansen om 20.30 uur."
    ) == ["Minister mr. J.P. de Vries sprak a.s. dinsdag met min. van BuZa Jansen om 20.30 uur."]


def test_a_soft_hyphen_changes_no_lemma(nlp: Language) -> None:
    assert nlp("De rege\u00adring wacht.")[1].lemma_ == nlp("De regering wacht.")[1].lemma_ == "regering"


def test_a_sentence_longer_than_a_window_is_one_tree(nlp: Language) -> None:
    text = "Rusland, " + ", ".join(["de man die gisteren het huis kocht"] * 150)
    doc = nlp(Doc(nlp.vocab, words=text.split(), sent_starts=[True, *[False] * (len(text.split()) - 1)]))
    check(doc, doc.text)
    assert len(list(doc.sents)) == 1


def test_tokens_and_sentences_given_are_kept(nlp: Language) -> None:
    words = ["Hij", "komt", ".", "Zij", "gaat", "."]
    doc = nlp(Doc(nlp.vocab, words=words, sent_starts=[True, False, False, False, True, False]))
    assert [sentence.start for sentence in doc.sents] == [0, 4]
    assert [token.text for token in doc] == words


def test_big_texts_take_time_in_proportion(nlp: Language) -> None:
    def seconds(text: str) -> float:
        begun = time.process_time()
        assert nlp(text).text == text
        return time.process_time() - begun

    seconds(TEXT)
    small, large = seconds(TEXT * 20), seconds(TEXT * 200)
    assert large < 25 * small
    assert seconds(" " * 1_000_000) < 5
    assert seconds("a" * 1_000_000) < 5
    assert seconds("—" * 5_000) < 30


def test_pipe_gives_the_same_as_one_by_one(nlp: Language) -> None:
    texts = [TEXT, "", "Kort."]
    assert [language.conllu(doc) for doc in nlp.pipe(texts)] == [language.conllu(nlp(t)) for t in texts]


def test_scores_for_reading_have_a_row_for_each_token(nlp: Language) -> None:
    doc = nlp(TEXT)
    found = language.heads(doc)
    assert found is not None
    assert found.tags.keys() == found.labels.keys() >= {"actor", "cue", "trigger"}
    for name, logits in found.tags.items():
        assert logits.shape == (len(doc), len(found.labels[name])) and logits.dtype == np.float32
        assert not logits[[token.is_space for token in doc]].any()
        assert logits[[not token.is_space for token in doc]].any()
    assert found.member.shape == found.anchor.shape == (len(doc), len(found.kinds), found.member.shape[2])


def test_docs_are_stored_with_their_scores(nlp: Language, tmp_path: Path) -> None:
    doc = nlp(TEXT)
    doc.to_disk(tmp_path / "doc")
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    copies = [
        pickle.loads(pickle.dumps(doc)),
        Doc(nlp.vocab).from_disk(tmp_path / "doc"),
        *DocBin(store_user_data=True).from_bytes(stored).get_docs(nlp.vocab),
    ]
    before = language.heads(doc)
    assert before is not None
    for copy in copies:
        assert language.conllu(copy) == language.conllu(doc)
        after = language.heads(copy)
        assert after is not None
        assert np.array_equal(after.member, before.member)
        assert np.array_equal(after.tags["cue"], before.tags["cue"])


def test_no_scores_for_reading_of_other_docs(nlp: Language) -> None:
    assert language.heads(spacy.blank("nl")("Kiev wacht.")) is None
    doc = nlp(TEXT)
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[0:3])
    assert language.heads(doc) is None


def test_the_pipeline_goes_to_disk_and_to_other_processes(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert language.conllu(again(TEXT)) == language.conllu(nlp(TEXT))
    component = pickle.loads(pickle.dumps(nlp.get_pipe("akkoord")))
    assert component.folder == nlp.get_pipe("akkoord").folder


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Path]:
    """A spaCy pipeline with a parser of UD labels that has seen nothing."""
    nlp = spacy.blank("nl")
    parser = nlp.add_pipe("parser")
    for label in ("nsubj", "obj", "det"):
        parser.add_label(label)
    nlp.initialize()
    nlp.to_disk(tmp_path / "ander")
    yield tmp_path / "ander"


def test_another_pipeline_by_its_folder(other: Path) -> None:
    assert language.load(str(other)).pipe_names == ["parser"]


def test_a_pipeline_that_is_not_there_is_told_in_one_line() -> None:
    with pytest.raises(AkkoordError, match=r"^no pipeline 'nergens' here; .*spacy download nergens\)$"):
        language.load("nergens")


def test_a_pipeline_without_grammar_is_refused(tmp_path: Path) -> None:
    spacy.blank("nl").to_disk(tmp_path / "leeg")
    with pytest.raises(AkkoordError, match=r"has no parser with Universal Dependencies; use nl$"):
        language.load(str(tmp_path / "leeg"))


def test_a_broken_model_folder_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"no model")
    with pytest.raises(AkkoordError, match=r"lacks pieces.json, labels.json, lexicon.json; "):
        language.load(str(tmp_path))
    shipped = Path(language.__file__).parent / "nl"
    for name in ("pieces.json", "labels.json", "lexicon.json"):
        (tmp_path / name).write_bytes((shipped / name).read_bytes())
    with pytest.raises(AkkoordError, match=r"model.onnx: is no model that onnxruntime reads \(") as caught:
        language.load(str(tmp_path))
    assert "\n" not in str(caught.value)
    (tmp_path / "labels.json").write_text("{}", encoding="utf-8")
    with pytest.raises(AkkoordError, match=r"is of another version or damaged \('upos'\); "):
        language.load(str(tmp_path))


@pytest.mark.parametrize("name", ["names.json", "preferences.json"])
def test_a_damaged_file_of_knowledge_is_told_in_one_line(tmp_path: Path, name: str) -> None:
    shipped = Path(language.__file__).parent / "nl"
    for path in shipped.glob("*.*"):
        if path.name != name:
            (tmp_path / path.name).symlink_to(path)
    (tmp_path / name).write_text('{"Zandvliet": ', encoding="utf-8")
    with pytest.raises(AkkoordError, match=r"is of another version or damaged \(") as caught:
        language.load(str(tmp_path))
    assert "\n" not in str(caught.value)

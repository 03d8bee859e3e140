"""What names are counted as."""

from training.names import counted


def test_a_name_is_counted_by_kind_and_where_its_words_are_none() -> None:
    sentences = [
        (["De", "Maas", "stijgt"], [(1, 2, "LOC")]),
        (["Jan", "Maas", "zwemt"], [(0, 2, "PER")]),
        (["in", "de", "Maas"], [(2, 3, "LOC")]),
        (["het", "ministerie"], [(1, 2, "ORG")]),
    ]
    assert counted(sentences) == {"Maas": {"LOC": 2, "O": 1}, "Jan Maas": {"PER": 1}}

from akkoord.codebook import EVENT_TYPES, ISSUES, MODES, SECTORS, modes_of


def test_lists_have_the_codebooks_sizes_and_no_doubles() -> None:
    for terms, size in ((EVENT_TYPES, 16), (SECTORS, 19), (ISSUES, 29)):
        assert len(terms) == len(set(terms)) == size


def test_modes_belong_to_types() -> None:
    assert set(MODES) <= set(EVENT_TYPES)
    assert modes_of("AGREE") == ()
    assert "ceasefire" in modes_of("RETREAT")

import gc

import pytest

from akkoord.garbage import no_search


@pytest.mark.parametrize("was_on", [True, False])
def test_afterwards_garbage_is_searched_for_as_before(was_on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if was_on else gc.disable)()
    try:
        with pytest.raises(KeyError), no_search():
            assert not gc.isenabled()
            raise KeyError
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is in the environment for training only")

from training.sparse import table, times  # noqa: E402


def test_a_row_is_worth_what_its_features_weigh() -> None:
    rows = table([{"a": 1.0, "b": 2.0}, {}, {"b": 3.0, "unknown": 9.0}], {"a": 0, "b": 1})
    weights = torch.tensor([1.0, 2.0], requires_grad=True)
    found = times(rows, weights)
    assert found.tolist() == [5.0, 0.0, 6.0]
    found.sum().backward()
    assert weights.grad.tolist() == [1.0, 5.0]

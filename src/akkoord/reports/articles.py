"""Articles as JSON objects, the form that news archives give them in."""

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from akkoord.reports.problem import ReportError
from akkoord.reports.report import Report, make_report

Model = TypeVar("Model", bound=BaseModel)


class Head(BaseModel):
    """What is known of a report beside its text; fields of other names are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_at: str | None = None
    language: str | None = None

    def report(self, text: str, name: str | None = None) -> Report:
        """The report of this text; `name` is its id where the head has none. Raises `ReportError`."""
        return make_report(
            text,
            id=self.id or name,
            title=self.title,
            publisher=self.publisher,
            published=self.published or self.published_at,
            language=self.language or "nl",
        )


class Article(Head):
    """A head with its text."""

    text: str


def report_of_article(article: Any) -> Report:
    """The report that a JSON object with `text` holds, with id, title, publisher, `published` (or
    `published_at`) and language where it has them. Raises `ReportError`.
    """
    found = _validated(
        Article, article, 'an article, an object such as {"text": "...", "published": "2022-02"}'
    )
    return found.report(found.text)


def head_of(value: Any) -> Head:
    """The head that a JSON object holds. Raises `ReportError`."""
    return _validated(Head, value, 'an object such as {"title": "...", "published": "2022-02"}')


def _validated(model: type[Model], value: Any, wanted: str) -> Model:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise ReportError(f"is not {wanted}: {field} {first['msg']}".replace(":  ", ": ")) from error

"""How two stretches of words hang together in the grammar of their sentence, as a short label."""

from akkoord.reading.signals import Signals

UP, DOWN = 2, 3  # governors and dependents away that words still hang together
ARTICLES = {
    "known": frozenset({"de", "het", "die", "dat", "deze", "dit"}),
    "new": frozenset({"een", "geen", "enkele", "verschillende", "meerdere", "nieuwe"}),
}
BEFORE = 6  # words before a noun among which its preposition is looked for


def tie(signals: Signals, words: range, other: range) -> str:
    """How `other` hangs on some words: by its own relation, from below, as what governs them, beside them."""
    head, at = head_of(signals, words), head_of(signals, other)
    if head in other:
        return "itself"
    ups, heads = upwards(signals, at, DOWN), upwards(signals, head, UP)
    if head in ups:
        first = ups[ups.index(head) - 1]
        own = signals.relations[first]
        return f"{own}{_preposition(signals, at)}" if first == at else f"below {own.partition(':')[0]}"
    for height, governor in enumerate(heads[1:], start=1):
        if governor in other:
            return f"{signals.relations[heads[height - 1]]} of"
        if governor in ups:
            return f"{height} up {signals.relations[ups[ups.index(governor) - 1]]}"
    return "beside"


def head_of(signals: Signals, words: range) -> int:
    """The word that the others hang on."""
    above = signals.governors
    return next((word for word in words if above[word] == word or above[word] not in words), words.start)


def is_passive(signals: Signals, verb: int) -> bool:
    """Whether a verb has an auxiliary or a subject of the passive."""
    return any(
        signals.governors[word] == verb and signals.relations[word] in ("aux:pass", "nsubj:pass")
        for word in signals.sentence(verb)
    )


def article_of(signals: Signals, noun: int) -> str:
    """Whether a noun is one that is known ("de", "die"), owned ("hun"), a new one ("een"), or bare."""
    before = [w for w in range(max(0, noun - BEFORE), noun) if signals.governors[w] == noun]
    for word in before:
        if signals.relations[word].startswith(("det", "nmod:poss")):
            form = signals.form(word).lower()
            return next((kind for kind, forms in ARTICLES.items() if form in forms), "owned")
    return "bare"


def upwards(signals: Signals, word: int, most: int | None = None) -> list[int]:
    """A word and the words above it, at most so many where a number is given."""
    found = [word]
    while (most is None or len(found) <= most) and signals.governors[found[-1]] != found[-1]:
        found.append(signals.governors[found[-1]])
    return found


def _preposition(signals: Signals, word: int) -> str:
    for child in range(max(0, word - BEFORE), word):
        if signals.governors[child] == word and signals.relations[child] == "case":
            return f" {signals.form(child).lower()}"
    return ""

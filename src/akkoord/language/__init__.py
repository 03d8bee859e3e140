"""From text to words with their grammar and names.

Takes text, gives spaCy's `Doc` with Universal Dependencies (tags, features, lemmas, trees, sentences) and
names (PER, ORG, LOC, NORP, MISC). The Dutch pipeline ships with the package, in `nl`: a network that
onnxruntime runs. It knows nothing of reports, actors or events; what the network's heads for reading think
of the words is handed on by `heads`, unread.
"""

from akkoord.language.conllu import conllu
from akkoord.language.pipeline import load
from akkoord.language.scores import Heads, heads

__all__ = ["Heads", "conllu", "heads", "load"]

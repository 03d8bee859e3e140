"""How the Dutch pipeline is made: treebanks and names in, `src/akkoord/language/nl` out.

Takes the data described in `docs/quality.md` (never committed) and the weights of multilingual-e5-small.
Gives the model folder that `akkoord.language` runs. Knows nothing of reports, actors or events.
Not part of the installed package: it needs PyTorch, the product does not.
"""

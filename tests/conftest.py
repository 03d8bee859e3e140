from hypothesis import settings

# A busy machine makes single examples slow; how fast things are is measured in benchmarks/, not here.
settings.register_profile("akkoord", deadline=None)
settings.load_profile("akkoord")

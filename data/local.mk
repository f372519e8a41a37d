gazetteerdir = $(pkgdatadir)/gazetteer
dist_gazetteer_DATA = data/gazetteer/countries.tsv data/gazetteer/given.tsv data/gazetteer/groups.tsv \
	data/gazetteer/capitals.tsv data/gazetteer/nouns.tsv data/gazetteer/places.tsv \
	data/gazetteer/regions.tsv data/gazetteer/words.tsv data/gazetteer/world.tsv
EXTRA_DIST += scripts/make-gazetteer
dist_pkgdata_DATA += data/lexicon.tsv data/lexicon-cameo.tsv
EXTRA_DIST += scripts/make-lexicon scripts/fit-confidence
dist_pkgdata_DATA += data/kith.ttl data/kith-context.jsonld data/kith-shapes.ttl
dist_pkgdata_DATA += data/kith-en.model
EXTRA_DIST += data/MODEL.md data/README.md

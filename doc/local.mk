dist_man_MANS += doc/kith.1
bashcompletiondir = $(datarootdir)/bash-completion/completions
dist_bashcompletion_DATA = doc/completion/kith
EXTRA_DIST += doc/QUERIES.md doc/RESULTS.md doc/SPARQL.md doc/STORES.md doc/ontology.md scripts/check-rdf scripts/check-sparql scripts/make-ontology-doc

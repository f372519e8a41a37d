# Tests speak TAP. Unit tests are linked with the stages themselves, whose symbols the library hides.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
AM_TESTS_ENVIRONMENT = G_TEST_SRCDIR='$(abs_srcdir)/tests' G_TEST_BUILDDIR='$(abs_builddir)/tests' \
	KITH='$(abs_builddir)/kith' KITH_DATA='$(abs_srcdir)/data' KITH_SHARED='$(abs_srcdir)/../shared' \
	ASAN_OPTIONS='detect_leaks=1:fast_unwind_on_malloc=0' LSAN_OPTIONS='suppressions=$(abs_srcdir)/tests/lsan.supp,print_suppressions=0' \
	UBSAN_OPTIONS='print_stacktrace=1' G_SLICE=always-malloc LANG=C.UTF-8 LC_ALL=C.UTF-8
EXTRA_DIST += tests/page/graphs.mjs tests/page/package-lock.json tests/page/package.json \
	tests/page/page.test.mjs
EXTRA_DIST += tests/lsan.supp tests/faults.tsv tests/gold/README.md tests/gold/actors.jsonl \
	tests/gold/clauses.jsonl tests/gold/times.jsonl tests/gold/truth.jsonl
EXTRA_DIST += tests/gold/articles/README.md \
	tests/gold/articles/a1-summit.json tests/gold/articles/a1-summit.txt \
	tests/gold/articles/a2-bribery-appeal.json tests/gold/articles/a2-bribery-appeal.txt \
	tests/gold/articles/a3-takeover-probe.json tests/gold/articles/a3-takeover-probe.txt \
	tests/gold/articles/a4-schoolgirls-freed.json tests/gold/articles/a4-schoolgirls-freed.txt \
	tests/gold/articles/a5-coalition-talks.json tests/gold/articles/a5-coalition-talks.txt \
	tests/gold/articles/a6-turbine-hack.json tests/gold/articles/a6-turbine-hack.txt \
	tests/gold/articles/b1-border-war.json tests/gold/articles/b1-border-war.txt \
	tests/gold/articles/b2-island-coup.json tests/gold/articles/b2-island-coup.txt \
	tests/gold/articles/b3-volleyball-scandal.json tests/gold/articles/b3-volleyball-scandal.txt \
	tests/gold/articles/b4-land-protest.json tests/gold/articles/b4-land-protest.txt \
	tests/gold/articles/b5-dairy-dispute.json tests/gold/articles/b5-dairy-dispute.txt \
	tests/gold/articles/b6-custody-hearing.json tests/gold/articles/b6-custody-hearing.txt \
	tests/gold/articles/c1-arms-embargo.json tests/gold/articles/c1-arms-embargo.txt \
	tests/gold/articles/c2-bank-bid.json tests/gold/articles/c2-bank-bid.txt \
	tests/gold/articles/c3-casamance-truce.json tests/gold/articles/c3-casamance-truce.txt \
	tests/gold/articles/c4-minister-trial.json tests/gold/articles/c4-minister-trial.txt \
	tests/gold/articles/c5-suriname-vote.json tests/gold/articles/c5-suriname-vote.txt \
	tests/gold/articles/c6-garment-strike.json tests/gold/articles/c6-garment-strike.txt \
	tests/gold/articles/d1-hospital-fraud.json tests/gold/articles/d1-hospital-fraud.txt \
	tests/gold/articles/d2-crane-deal.json tests/gold/articles/d2-crane-deal.txt \
	tests/gold/articles/d3-run-off.json tests/gold/articles/d3-run-off.txt \
	tests/gold/articles/d4-handball.json tests/gold/articles/d4-handball.txt \
	tests/gold/articles/d5-kivu-truce.json tests/gold/articles/d5-kivu-truce.txt \
	tests/gold/articles/d6-cholera-aid.json tests/gold/articles/d6-cholera-aid.txt
test_libs = $(stages) $(stage_libs) -lm
unit_tests =
cli_tests =

include tests/unit/base.mk
include tests/unit/text.mk
include tests/unit/syntax.mk
include tests/unit/actor.mk
include tests/unit/relation.mk
include tests/unit/graph.mk
include tests/unit/weave.mk
include tests/unit/rdf.mk
include tests/unit/draw.mk
include tests/cli/local.mk

check_PROGRAMS += $(unit_tests) $(cli_tests)
TESTS += $(unit_tests) $(cli_tests)

unit_tests += tests/unit/test-draw tests/unit/test-draw-parts
tests_unit_test_draw_SOURCES = tests/unit/test-draw.c tests/unit/draw-graph.h
tests_unit_test_draw_LDADD = $(test_libs)
tests_unit_test_draw_parts_SOURCES = tests/unit/test-draw-parts.c tests/unit/draw-graph.h
tests_unit_test_draw_parts_LDADD = $(test_libs)
tests_unit_test_draw_parts_CPPFLAGS = $(AM_CPPFLAGS) $(GRAPHVIZ_CFLAGS)

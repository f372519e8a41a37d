/* The files of src/draw/page/, made into C when kith is built. */
#pragma once

/* Static, ended by a null byte; scripts are one after the other. */
extern const char kith_page_html[];
extern const char kith_page_css[];
extern const char kith_page_script[];

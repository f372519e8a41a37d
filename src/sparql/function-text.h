/* The functions of SPARQL 1.1 on strings (17.4.3 and 17.4.6): see KithFunction. */
#pragma once

#include "sparql/function.h"

KithId kith_text_concat(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_substr(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_strlen(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_ucase(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_lcase(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_encode(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_contains(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_starts(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_ends(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_before(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_after(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_langmatches(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_regex(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_replace(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_md5(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_sha1(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_sha256(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_sha384(KithCalling *calling, const KithId *args, guint n);
KithId kith_text_sha512(KithCalling *calling, const KithId *args, guint n);

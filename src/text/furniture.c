#include "text/furniture.h"

#include <string.h>

#include "text/wordlist.h"

/* Lines that are nothing but furniture; sorted. */
static const char *const furniture[] = {"accept",
                                        "accept all",
                                        "accept cookies",
                                        "ad",
                                        "ad feedback",
                                        "advertisement",
                                        "advertisement continue reading",
                                        "advertisements",
                                        "back to top",
                                        "bookmark",
                                        "breaking news",
                                        "close",
                                        "comment",
                                        "comments",
                                        "contact us",
                                        "continue",
                                        "cookie policy",
                                        "cookies",
                                        "copy link",
                                        "donate",
                                        "donate now",
                                        "download app",
                                        "email",
                                        "email address",
                                        "enter email",
                                        "enter your email",
                                        "expand",
                                        "facebook",
                                        "follow",
                                        "for immediate release",
                                        "get started",
                                        "get the app",
                                        "gift article",
                                        "gift this article",
                                        "give now",
                                        "home",
                                        "join",
                                        "join now",
                                        "join us",
                                        "learn more",
                                        "linkedin",
                                        "listen",
                                        "load more",
                                        "log in",
                                        "login",
                                        "manage cookies",
                                        "manage preferences",
                                        "media release",
                                        "menu",
                                        "more details",
                                        "news release",
                                        "newsletter",
                                        "newsletters",
                                        "no thanks",
                                        "not now",
                                        "ok",
                                        "our newsletters",
                                        "play",
                                        "play video",
                                        "please wait",
                                        "press release",
                                        "print",
                                        "privacy policy",
                                        "promoted",
                                        "reddit",
                                        "register",
                                        "register now",
                                        "reject all",
                                        "save",
                                        "search",
                                        "share",
                                        "share this",
                                        "show comments",
                                        "show more",
                                        "sign in",
                                        "sign me up",
                                        "sign up",
                                        "sign up now",
                                        "skip",
                                        "skip ad",
                                        "skip advertisement",
                                        "skip to content",
                                        "skip to main content",
                                        "skip to navigation",
                                        "sponsored",
                                        "sponsored content",
                                        "subscribe",
                                        "subscribe now",
                                        "support us",
                                        "telegram",
                                        "terms of use",
                                        "tweet",
                                        "twitter",
                                        "view all",
                                        "view comments",
                                        "whatsapp",
                                        "your e-mail",
                                        "your e-mail address",
                                        "your email",
                                        "your email address"};

gboolean
kith_is_furniture(const char *line)
{
  return KITH_IN_LIST(furniture, line, strlen(line));
}

gboolean
kith_is_related_header(const char *line)
{
  static const char *const lines[] = {"also in the news",
                                      "also read",
                                      "don't miss",
                                      "editor's picks",
                                      "editors picks",
                                      "editors' picks",
                                      "explore more",
                                      "further reading",
                                      "in other news",
                                      "latest news",
                                      "latest stories",
                                      "more coverage",
                                      "more from this section",
                                      "more news",
                                      "more on this",
                                      "more on this story",
                                      "more on this topic",
                                      "more stories",
                                      "most popular",
                                      "most read",
                                      "most viewed",
                                      "must read",
                                      "must reads",
                                      "popular",
                                      "read also",
                                      "read more",
                                      "read next",
                                      "recommended",
                                      "recommended for you",
                                      "recommended reading",
                                      "recommended stories",
                                      "related",
                                      "related articles",
                                      "related content",
                                      "related coverage",
                                      "related links",
                                      "related news",
                                      "related posts",
                                      "related reading",
                                      "related stories",
                                      "related topics",
                                      "related video",
                                      "related videos",
                                      "see also",
                                      "suggested reading",
                                      "top stories",
                                      "topics",
                                      "trending",
                                      "trending now",
                                      "up next",
                                      "what to read next",
                                      "you may also like",
                                      "you might also like"};
  return KITH_IN_LIST(lines, line, strlen(line));
}

gboolean
kith_is_contact_header(const char *line)
{
  static const char *const lines[] = {"contact",
                                      "contact details",
                                      "contact information",
                                      "contact person",
                                      "contacts",
                                      "for further information",
                                      "for further information contact",
                                      "for further information please contact",
                                      "for media enquiries",
                                      "for media inquiries",
                                      "for media inquiries contact",
                                      "for more information",
                                      "for more information contact",
                                      "for more information please contact",
                                      "investor contact",
                                      "investor contacts",
                                      "investor relations",
                                      "media contact",
                                      "media contacts",
                                      "media enquiries",
                                      "media inquiries",
                                      "media relations",
                                      "press contact",
                                      "press contacts",
                                      "press enquiries",
                                      "press inquiries"};
  return KITH_IN_LIST(lines, line, strlen(line));
}

gboolean
kith_is_link_label(const char *label)
{
  static const char *const labels[] = {"also read",
                                       "contact",
                                       "contacts",
                                       "disclaimer",
                                       "disclosure",
                                       "filed under",
                                       "gallery",
                                       "in pictures",
                                       "investor contact",
                                       "listen",
                                       "live",
                                       "media contact",
                                       "media contacts",
                                       "media enquiries",
                                       "media inquiries",
                                       "more",
                                       "more on this",
                                       "must read",
                                       "our standards",
                                       "podcast",
                                       "press contact",
                                       "press contacts",
                                       "press enquiries",
                                       "press inquiries",
                                       "read",
                                       "read also",
                                       "read more",
                                       "read next",
                                       "recommended",
                                       "related",
                                       "related article",
                                       "related articles",
                                       "related stories",
                                       "related story",
                                       "see also",
                                       "share",
                                       "source",
                                       "sources",
                                       "tags",
                                       "topics",
                                       "video",
                                       "watch",
                                       "watch more"};
  return KITH_IN_LIST(labels, label, strlen(label));
}

gboolean
kith_is_word_label(const char *label)
{
  static const char *const labels[] = {"gallery", "listen", "live",  "more",
                                       "podcast", "read",   "video", "watch"};
  return KITH_IN_LIST(labels, label, strlen(label));
}

gboolean
kith_begins_link(const char *line)
{
  static const char *const links[] = {"continue reading", "learn more",        "read more", "read our",
                                      "read the full",    "read the original", "see more",  "watch more"};
  for (guint k = 0; k < G_N_ELEMENTS(links); k++)
    if (g_str_has_prefix(line, links[k]))
      return TRUE;
  return FALSE;
}

gboolean
kith_is_counter(const char *line)
{
  static const char *const units[] = {"ago",      "comment",   "comments",    "likes",
                                      "min read", "mins read", "minute read", "minutes read",
                                      "reads",    "share",     "shares",      "views"};
  if (strpbrk(line, "0123456789") == NULL || strlen(line) > 24)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(units); i++)
    if (g_str_has_suffix(line, units[i]) || (i > 0 && g_str_has_prefix(line, units[i])))
      return TRUE;
  return FALSE;
}

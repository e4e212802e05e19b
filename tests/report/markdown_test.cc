// SPDX-License-Identifier: MPL-2.0

#include "engine/report/markdown.h"

#include <ostream>
#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

struct Written {
  const char* name;
  const char* text;
  const char* markdown;

  friend void PrintTo(const Written& w, std::ostream* out) { *out << w.name; }
};

class Markdown : public testing::TestWithParam<Written> {};

TEST_P(Markdown, ShowsWhatWasWrittenAndNothingElse) {
  EXPECT_EQ(MarkdownText(GetParam().text), GetParam().markdown);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Markdown,
    testing::Values(
        Written{"Plain", "Café for kvinder (åben), 1.000 kr.",
                "Café for kvinder (åben), 1.000 kr."},
        Written{"Emphasis", "*a* _b_ ~~c~~", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~"},
        Written{"Link", "[klik](http://x.dk)", "\\[klik\\](http\\://x.dk)"},
        Written{"Image", "![a](b)", "!\\[a\\](b)"},
        Written{"Code", "`rm`", "\\`rm\\`"},
        Written{"Html", "<script>&amp;", "\\<script\\>\\&amp;"},
        Written{"TypedOutLink", "se WWW.x.dk", "se WWW\\.x.dk"},
        Written{"Mail", "a@x.dk", "a\\@x.dk"},
        Written{"TableCell", "a|b", "a\\|b"},
        Written{"Backslash", "a\\*b", "a\\\\\\*b"},
        Written{"Formula", "$x$", "\\$x\\$"},
        Written{"LineBreaks", "a\n# b\r\n- c", "a # b  - c"},
        Written{"Control", "a\x1b[2J", "a\uFFFD\\[2J"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace sigte

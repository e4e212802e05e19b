// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/pattern_span.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <memory>
#include <string>
#include <string_view>

namespace sigte {
namespace {

std::string Found(const char* pattern, std::string_view text) {
  Program program;
  program.expressions.push_back(std::make_shared<re2::RE2>(pattern));
  const auto span = PatternSpan(program, 0, text);
  return span ? "<" +
                    std::string(
                        text.substr(span->begin, span->end - span->begin)) +
                    ">"
              : "-";
}

TEST(PatternSpan, IsWhatIsFoundWithoutBlanksAroundIt) {
  EXPECT_EQ(Found("(^|[^0-9])[0-9]{3}($|[^0-9])", "ring 123 nu"), "<123>");
  EXPECT_EQ(Found("tolk til", "en tolk til mødet"), "<tolk til>");
  EXPECT_EQ(Found("x", "abc"), "-");
  EXPECT_EQ(Found("", "abc"), "<>");
  EXPECT_EQ(Found(" ", "a b"), "<>");
}

// The end of a number that is hidden must not stand by itself.
TEST(PatternSpan, TakesTheWholeWordOrNumber) {
  EXPECT_EQ(Found("[0-9]{4}$", "CPR 300250-1234"), "<300250-1234>");
  EXPECT_EQ(Found("0250", "(300250-1234)"), "<300250-1234>");
  EXPECT_EQ(Found("ø", "på Ærø, i dag"), "<Ærø>");
  EXPECT_EQ(Found(", ", "Ærø, i dag"), "<,>");
}

// As conditions read it; what is shown is what stands there.
TEST(PatternSpan, IsFoundWhateverBlanksTheTextHas) {
  EXPECT_EQ(Found("^tolk til mødet$", "  tolk\n til\u00A0mødet "),
            "<tolk\n til\u00A0mødet>");
  EXPECT_EQ(Found("til", "tolk  \t til  mødet"), "<til>");
  EXPECT_EQ(Found("tolke", "en tol\u00ADke  her"), "<tol\u00ADke>");
}

}  // namespace
}  // namespace sigte

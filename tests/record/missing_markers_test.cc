// SPDX-License-Identifier: MPL-2.0

#include "engine/record/missing_markers.h"

#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

TEST(MissingMarkers, AlwaysHaveTheBlankText) {
  const MissingMarkers none;
  EXPECT_TRUE(none.Has(""));
  EXPECT_TRUE(none.Has(" \t\r\n"));
  EXPECT_FALSE(none.Has("-"));
}

TEST(MissingMarkers, AreComparedWithoutCaseAndWithoutBlanksAndSignsAround) {
  const MissingMarkers markers = {"-", " Ukendt ", "n/a", "(tom)"};
  for (const char* text :
       {"-", " - ", "ukendt", "UKENDT\n", "\tN/A", "ukendt.", "(Ukendt)",
        "ukendt?", "\u00ABukendt\u00BB", "\u201Eukendt\u201D!", "- ukendt -",
        "tom", "[Tom]"}) {
    EXPECT_TRUE(markers.Has(text)) << text;
  }
  EXPECT_TRUE(MissingMarkers({"ved ikke"}).Has("Ved \n ikke."));
  EXPECT_TRUE(markers.Has("uk\u00ADendt"));
  for (const char* text : {"ukend", "ukendte", "n", "n / a", "ukendt +",
                           "ukendt, men", "5", "-5", "-5 -"}) {
    EXPECT_FALSE(markers.Has(text)) << text;
  }
}

TEST(MissingMarkers, OfSignsHaveWhateverIsMadeOfThem) {
  const MissingMarkers markers = {"-", "\u2013", "??", "ukendt"};
  for (const char* text : {"--", "- -", "?", "???", "-?-", "\u2013\u2013"}) {
    EXPECT_TRUE(markers.Has(text)) << text;
  }
  for (const char* text : {".", "...", "-.", "\u2014", "+", "%", "-x-"}) {
    EXPECT_FALSE(markers.Has(text)) << text;
  }
  EXPECT_FALSE(MissingMarkers({"ukendt"}).Has("-"));
}

// Word processors and web pages write blanks that do not break.
TEST(MissingMarkers, AreComparedWithoutAnyOfUnicodesBlanks) {
  const MissingMarkers markers = {"-", "\u00A0\u00E5?"};
  for (const char* text : {"\u00A0", "\u00A0-", "-\u00A0", "\u2003-\u202F\n",
                           "\u3000\u00E5?\u2009"}) {
    EXPECT_TRUE(markers.Has(text)) << text;
  }
  for (const char* text :
       {"\u200B-", "\u00AD", "\xA0", "\xC2", "\xA0-", "-\xC2"}) {
    EXPECT_FALSE(markers.Has(text)) << text;
  }
}

TEST(MissingMarkers, KeepTheCaseOfOtherLetters) {
  const MissingMarkers markers = {"\xC3\xA5?"};
  EXPECT_TRUE(markers.Has("\xC3\xA5?"));
  EXPECT_FALSE(markers.Has("\xC3\x85?"));
}

TEST(MissingMarkers, MayBeOfAnyLength) {
  const std::string text(200, 'x');
  const MissingMarkers markers = {text, text.substr(0, 63)};
  EXPECT_TRUE(markers.Has(text));
  EXPECT_TRUE(markers.Has(text.substr(0, 63)));
  EXPECT_FALSE(markers.Has(text.substr(0, 62)));
  EXPECT_FALSE(markers.Has(text.substr(0, 199)));
}

}  // namespace
}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

// How a person names one of several codes.

#include "engine/app/code_choice.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/text/language.h"

namespace sigte {
namespace {

std::vector<NamedCode> Codes() {
  return {{{"part", {}}, {"Del", "Part"}},
          {{"part_only", {}}, {"Kun en del", "Part only"}},
          {{"aeble", {}}, {"Æble", "Apple"}},
          {{"other", {}}, {"Andet", "Other"}}};
}

/// The codes that `typed` may mean, with blanks between.
std::string Meant(const std::string& typed) {
  Language language;
  language.folding = {{"æ", "ae"}};
  const std::vector<NamedCode> codes = Codes();
  std::string meant;
  for (const NamedCode* code : CodesMeant(codes, typed, Folder(language))) {
    meant += (meant.empty() ? "" : " ") + code->code.text;
  }
  return meant;
}

TEST(CodeChoice, TakesNumbersThatAreThere) {
  EXPECT_EQ(Meant("1"), "part");
  EXPECT_EQ(Meant("4"), "other");
  EXPECT_EQ(Meant("2."), "part_only");
  for (const char* typed :
       {"0", "5", "-1", "+1", "1 ", "99999999999999999999"}) {
    EXPECT_EQ(Meant(typed), "") << typed;
  }
}

// A whole name is meant although a longer one begins with it.
TEST(CodeChoice, TakesWholeNamesBeforeBeginnings) {
  EXPECT_EQ(Meant("part"), "part");
  EXPECT_EQ(Meant("PART"), "part");
  EXPECT_EQ(Meant("Del"), "part");
  EXPECT_EQ(Meant("part o"), "part_only");
  EXPECT_EQ(Meant("part only"), "part_only");
}

TEST(CodeChoice, TakesBeginningsInEitherLanguageAsTheyAreFolded) {
  EXPECT_EQ(Meant("kun"), "part_only");
  EXPECT_EQ(Meant("ÆB"), "aeble");
  EXPECT_EQ(Meant("app"), "aeble");
}

TEST(CodeChoice, GivesAllThatABeginningMayMean) {
  EXPECT_EQ(Meant("par"), "part part_only");
  EXPECT_EQ(Meant("a"), "aeble other");
  EXPECT_EQ(Meant("x"), "");
  EXPECT_EQ(Meant(""), "");
  EXPECT_EQ(Meant(" - "), "");
}

}  // namespace
}  // namespace sigte

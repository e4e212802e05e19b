// SPDX-License-Identifier: MPL-2.0

#include "engine/report/shown_evidence.h"

#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

class ShownEvidenceTest : public testing::Test {
 protected:
  Evidence& Add(const std::string& found, const std::string& compared,
                std::size_t column) {
    Evidence& evidence = all_.Reuse();
    evidence = {};
    evidence.field = "content";
    evidence.found = found;
    evidence.compared = compared;
    evidence.value = Value::Bool(true);
    evidence.location.emplace().place = {3, column};
    return evidence;
  }

  // "found – compared" of each, a line each.
  std::string Shown() {
    std::string text;
    for (const auto& [evidence, compared] :
         ShownOnce(all_, [](const Evidence& e) { return e.compared; })) {
      text += evidence->found + " – " + compared + "\n";
    }
    return text;
  }

  WarmVector<Evidence> all_;
};

TEST_F(ShownEvidenceTest, TheSameWordsAreToldOnceWithAllThatTheyAre) {
  Add("tolk", "interpreting", 9);
  Add("café", "a meeting place", 30);
  Add("tolk", "a duty, seen alone", 9);
  Add("tolk", "interpreting", 9);
  Add("tolk", "a duty", 9);
  EXPECT_EQ(Shown(),
            "tolk – interpreting; a duty, seen alone; a duty\n"
            "café – a meeting place\n");
}

TEST_F(ShownEvidenceTest, WordsElsewhereOrOfAnotherValueStandAlone) {
  Add("tolk", "interpreting", 9);
  Add("tolk", "interpreting", 40);
  Add("tolk", "a duty", 9).value = Value::Bool(false);
  Add("tolk", "a part", 9).field = "purpose";
  Add("tolk", "nowhere", 9).location.reset();
  Add("tolken", "a person", 9);
  EXPECT_EQ(Shown(),
            "tolk – interpreting\ntolk – interpreting\ntolk – a duty\n"
            "tolk – a part\ntolk – nowhere\ntolken – a person\n");
}

TEST_F(ShownEvidenceTest, WhatHasToBeToldAloneIs) {
  Add("3", "", 9);
  Add("3", "", 9);
  Add("", "not there", 9);
  Add("", "not there", 9);
  EXPECT_EQ(Shown(), "3 – \n3 – \n – not there\n – not there\n");
}

}  // namespace
}  // namespace sigte

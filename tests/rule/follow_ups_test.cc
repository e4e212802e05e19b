// SPDX-License-Identifier: MPL-2.0

// What keeps a file from being read is told before all others, and what only
// follows from it is not told.

#include "engine/rule/follow_ups.h"

#include <string>
#include <utility>

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

/// The good files with one of another name.
Files Renamed(const std::string& name, const std::string& other) {
  Files files = GoodFiles();
  for (auto& [file, text] : files) {
    if (file == name) file = other;
  }
  return files;
}

/// Of each issue the line that says it.
std::string Told(const Files& files) {
  const std::string all = IssuesOf(files);
  std::string told;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = all.find('\n', begin);
    const std::string line = all.substr(begin, end - begin);
    if (line.find(": error: ") != line.npos) told += line + "\n";
    begin = end + 1;
  }
  return told;
}

std::string UnknownFile(const std::string& name) {
  return name + ":1:1: error: the file '" + name +
         "' does not belong in a ruleset [R140 unknown-file]\n";
}

TEST(FollowUps, OfAFileThatIsNotReadAreNotTold) {
  for (const auto& [name, other] :
       {std::pair{"parameters.yaml", "parameters.yml"},
        std::pair{"parameters.yaml", "figures/parameters.yaml"},
        std::pair{"terms/words.yaml", "terms/words.yml"},
        std::pair{"terms/words.yaml", "terms/x/words.yaml"},
        std::pair{"language.yaml", "language.yaml.txt"}}) {
    EXPECT_EQ(Told(Renamed(name, other)), UnknownFile(other)) << other;
  }
}

TEST(FollowUps, OfLawsAndTriggersThatAreNotReadAreNotTold) {
  for (const auto& [name, other] :
       {std::pair{"laws.yaml", "laws.yml"},
        std::pair{"language.yaml", ".language.yaml"}}) {
    Files files = Renamed(name, other);
    std::string& rules = files[1].second;
    const std::string from = "holds_when: share > majority";
    rules.replace(rules.find(from), from.size(),
                  "holds_when: 'cites(title, \"serviceloven § 18\") || "
                  "negates(title, \"interpreting\")'");
    EXPECT_EQ(Told(files), UnknownFile(other)) << other;
  }
}

// A name that stands nowhere is a fault of its own.
TEST(FollowUps, DoNotHideWhatIsWrongByItself) {
  Files files = Renamed("parameters.yaml", "parameters.yml");
  std::string& rules = files[1].second;
  const std::string from = "holds_when: share > majority";
  rules.replace(rules.find(from), from.size(),
                "holds_when: shaer > majority || title > 3");
  EXPECT_EQ(
      Told(files),
      UnknownFile("parameters.yml") +
          "topic.yaml:28:15: error: unknown name 'shaer'; did you mean "
          "'share'? [R230 unknown-name]\n"
          "topic.yaml:28:41: error: a text cannot be set against a number "
          "[R234 different-kinds]\n");
}

TEST(FollowUps, GoBehindTheirCauses) {
  Files files = Changed("language.yaml", "breaks:", "brakes:");
  files.emplace_back("zebra.yaml", "- rule: [\n");
  EXPECT_EQ(Told(files),
            "zebra.yaml:1:9: error: cannot be read as YAML: '[' is not closed "
            "by ']', or a comma is missing [R101 yaml-syntax]\n"
            "language.yaml:3:1: error: unknown key 'brakes'; did you mean "
            "'breaks'? [R102 unknown-key]\n");
}

// Terms under a key are no list of terms, and so there are none.
TEST(FollowUps, OfAFileOfAnotherShapeAreNotTold) {
  EXPECT_EQ(Told(With(GoodFiles(), "terms/words.yaml", "interpreting: tolk\n")),
            "terms/words.yaml:1:1: error: expected a list, found keys with "
            "values (key: value) [R105 wrong-shape]\n");
  EXPECT_EQ(Told(With(GoodFiles(), "parameters.yaml", "- majority\n")),
            "parameters.yaml:1:1: error: expected keys with values (key: "
            "value), found a list [R105 wrong-shape]\n");
}

}  // namespace
}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/base/messages.h"

#include <re2/re2.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <set>
#include <sstream>

#include "engine/base/numbers.h"
#include "gtest/gtest.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

/// Every .h and .cc file below engine/, by name.
std::map<std::string, std::string> EngineSources() {
  std::map<std::string, std::string> sources;
  const fs::path root = SIGTE_SOURCE_DIR "/engine";
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".h" && ending != ".cc") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    sources[entry.path().lexically_relative(root).string()] = text.str();
  }
  sources.erase("messages/generate.cc");  // names keys as examples
  return sources;
}

std::string WithoutComments(std::string text) {
  RE2::GlobalReplace(&text, "(?m)(^|\\s)//.*$", "");
  return text;
}

/// Adds what the group of `pattern` matches, wherever it does.
void AddMatches(const std::string& text, const RE2& pattern,
                std::set<std::string>* keys) {
  re2::StringPiece rest(text);
  std::string match;
  while (RE2::FindAndConsume(&rest, pattern, &match)) keys->insert(match);
}

/// The keys that a source asks for: literals that begin with a code, and the
/// literals before the arguments in calls of Message and its kin.
std::set<std::string> KeysIn(const std::string& source) {
  static const RE2 kCoded("\"([A-Z][0-9]{3}\\.[a-z][a-z0-9-]*)\"");
  static const RE2 kCall("Message(?:Help)?\\(([^;{}]*)");
  static const RE2 kLiteral("\"([a-z][a-z0-9-]*\\.[a-z0-9.-]+)\"");
  const std::string text = WithoutComments(source);
  std::set<std::string> keys;
  AddMatches(text, kCoded, &keys);
  std::set<std::string> calls;
  AddMatches(text, kCall, &calls);
  for (const std::string& call : calls) AddMatches(call, kLiteral, &keys);
  return keys;
}

std::set<std::string> CatalogueKeys() {
  std::set<std::string> keys;
  for (const MessageRow& row : MessageCatalogue()) keys.emplace(row.name);
  return keys;
}

TEST(Messages, AreAllInTheCatalogueThatTheSourcesAskFor) {
  const std::set<std::string> catalogue = CatalogueKeys();
  for (const auto& [file, text] : EngineSources()) {
    for (const std::string& key : KeysIn(text)) {
      EXPECT_TRUE(catalogue.contains(key)) << file << " asks for " << key;
    }
  }
}

TEST(Messages, WithACodeAreAllAskedForSomewhere) {
  std::set<std::string> asked;
  for (const auto& [file, text] : EngineSources()) {
    asked.merge(KeysIn(text));
  }
  for (const std::string& key : CatalogueKeys()) {
    if (CodeOf(key).empty()) continue;
    EXPECT_TRUE(asked.contains(key)) << "nothing asks for " << key;
  }
}

TEST(Messages, AreSaidWithoutCapitalsOrFullStops) {
  for (const MessageRow& row : MessageCatalogue()) {
    if (CodeOf(row.name).empty()) continue;
    for (const std::string_view text : row.text) {
      EXPECT_FALSE(text.ends_with('.')) << row.name << ": " << text;
      EXPECT_EQ(text.find('\n'), text.npos) << row.name;
    }
  }
}

TEST(Messages, FillTheirPlacesInEveryLanguage) {
  EXPECT_EQ(Message(Lang::kEn, "issue.did-you-mean", {"title"}),
            "did you mean 'title'?");
  const LocalText both = Message("issue.did-you-mean", {LocalText("a", "b")});
  EXPECT_EQ(both.In(Lang::kDa), "mente du 'a'?");
  EXPECT_EQ(both.In(Lang::kEn), "did you mean 'b'?");
}

TEST(Messages, TakeTheWordsThatGoWithANumber) {
  const auto files = [](Lang lang, LocalText count) {
    return Message(lang, "report.files", {std::move(count)});
  };
  EXPECT_EQ(files(Lang::kDa, CountText(1)), "1 fil");
  EXPECT_EQ(files(Lang::kDa, CountText(0)), "0 filer");
  EXPECT_EQ(files(Lang::kDa, CountText(1234)), "1.234 filer");
  EXPECT_EQ(files(Lang::kEn, CountText(1)), "1 file");
  EXPECT_EQ(files(Lang::kEn, CountText(1234)), "1,234 files");
}

// "{0} filer" says "1 filer" of one; the words that people are counted in.
TEST(Messages, CountWithPlurals) {
  static const RE2 kPlain(
      "\\{[0-9]\\} (?:filer|poster|kendelser|regler|logposter|dage|eksempler|"
      "begreber|gange|steder|fejl(?:ene)|files|records|rulings|rules|entries|"
      "days|examples|terms|times|places|faults)\\b");
  const std::set<std::string> kBounds = {
      "R311.too-many-terms", "R141.too-many-rules", "R611.too-many-rulings",
      "W112.too-many-rows"};
  for (const MessageRow& row : MessageCatalogue()) {
    if (kBounds.contains(std::string(row.name))) continue;  // thousands
    for (const std::string_view text : row.text) {
      EXPECT_FALSE(
          RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), kPlain))
          << row.name << ": " << text;
    }
  }
}

// What a submitter wrote may look like a placeholder.
TEST(Messages, DoNotFillWhatAnArgumentHolds) {
  EXPECT_EQ(Message(Lang::kEn, "D114.duplicate-member", {"{1}", "2:5"}),
            "'{1}' is given twice in this object, first at 2:5");
}

TEST(Messages, HaveHelpOnlyWhereTheCatalogueHas) {
  EXPECT_EQ(MessageHelp(Lang::kDa, "D110.trailing-comma"), "slet kommaet");
  EXPECT_EQ(MessageHelp(Lang::kDa, "D101.empty-text"), "");
}

TEST(MessagesDeathTest, StopTheProcessOverAnUnknownKey) {
  EXPECT_DEATH(Message(Lang::kEn, "no.such-message"),
               "no message 'no.such-message' in the catalogue");
}

TEST(Messages, SplitTheirNamesInCodeAndSlug) {
  EXPECT_EQ(CodeOf("R102.unknown-key"), "R102");
  EXPECT_EQ(SlugOf("R102.unknown-key"), "unknown-key");
  EXPECT_EQ(CodeOf("issue.error"), "");
  EXPECT_EQ(SlugOf("issue.error"), "issue.error");
}

TEST(GroupedNumber, SeparatesThousandsAsTheLanguageDoes) {
  EXPECT_EQ(GroupedNumber(Lang::kDa, 1234567), "1.234.567");
  EXPECT_EQ(GroupedNumber(Lang::kEn, -1234567), "-1,234,567");
  EXPECT_EQ(GroupedNumber(Lang::kDa, 999), "999");
  EXPECT_EQ(GroupedNumber(Lang::kDa, -999), "-999");
  EXPECT_EQ(GroupedNumber(Lang::kDa, 1000), "1.000");
  EXPECT_EQ(GroupedNumber(Lang::kEn, std::numeric_limits<std::int64_t>::min()),
            "-9,223,372,036,854,775,808");
}

}  // namespace
}  // namespace sigte

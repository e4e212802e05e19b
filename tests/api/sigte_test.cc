// SPDX-License-Identifier: MPL-2.0

// The library as others use it: through api/sigte.h alone. The ruleset is
// tests/data/mini.

#include "engine/api/sigte.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace sigte::api {
namespace {

const std::string kMini = SIGTE_SOURCE_DIR "/tests/data/mini";

Ruleset Mini() {
  LoadResult loaded = Ruleset::Load(kMini, Language::kEnglish);
  EXPECT_TRUE(loaded.ruleset.has_value()) << loaded.faults;
  return *loaded.ruleset;
}

std::string Outing(const std::string& id, const std::string& title,
                   const std::string& more = R"(, "target": "members")") {
  return R"({"id": ")" + id + R"(", "club": 7, "title": ")" + title +
         R"(", "cost": 10)" + more + "}";
}

std::string VerdictOn(const std::string& record) {
  Screener screener(Mini());
  return std::string(NameOf(screener.Screen(record).verdict));
}

TEST(Library, GivesEachOfTheFourVerdicts) {
  EXPECT_EQ(VerdictOn(Outing("1", "Zoo")), "include");
  EXPECT_EQ(VerdictOn(Outing("1", "By ferry")), "exclude");
  EXPECT_EQ(VerdictOn(Outing("1", "Zoo", "")), "borderline");
  EXPECT_EQ(VerdictOn(R"({"id": "1", "club": 7, "cost": "much"})"), "invalid");
}

// As the program passes it over at the beginning of a file.
TEST(Library, PassesOverAByteOrderMarkBeforeARecord) {
  const std::string mark = "\xEF\xBB\xBF";
  const std::string record = Outing("1", "Zoo");
  Screener screener(Mini());
  EXPECT_EQ(screener.Screen(mark + record).json, screener.Screen(record).json);
  EXPECT_EQ(VerdictOn(mark + mark + record), "invalid");
  EXPECT_EQ(VerdictOn(mark), "invalid");
}

TEST(Library, GivesTheDecisionAsOneLineOfJson) {
  Screener screener(Mini());
  const Decision decision = screener.Screen(Outing("14", "Zoo"), "mail 3");
  EXPECT_EQ(decision.json.find('\n'), std::string::npos);
  EXPECT_EQ(decision.json.front(), '{');
  EXPECT_EQ(decision.json.back(), '}');
  EXPECT_NE(decision.json.find(R"("verdict":"include")"), std::string::npos)
      << decision.json;
  EXPECT_NE(decision.json.find(R"("mail 3")"), std::string::npos)
      << decision.json;
  EXPECT_NE(decision.json.find(Mini().digest()), std::string::npos);
}

TEST(Library, SaysWhatRulesetItIs) {
  const Ruleset rules = Mini();
  EXPECT_EQ(rules.id(), "outings");
  EXPECT_EQ(rules.version(), "1.2.0");
  EXPECT_EQ(rules.digest().size(), 64u);
  EXPECT_EQ(rules.folder(), kMini);
}

TEST(Library, ReadsARecordThatIsSpreadOverLines) {
  std::string record = Outing("1", "Zoo");
  for (std::size_t at = record.find(", "); at != std::string::npos;
       at = record.find(", ", at)) {
    record.replace(at, 2, ",\n");
  }
  EXPECT_EQ(VerdictOn("\n" + record + "\n"), "include");
  // A line break within a text is a fault, as JSON has it.
  EXPECT_EQ(VerdictOn(Outing("1", "Zoo\nand more")), "invalid");
}

// Two texts of one size may be read into the same room.
TEST(Library, PlacesARecordAlikeWhateverWasScreenedBefore) {
  for (const char* more : {R"(, "target": "members")", R"(, "target": 1)"}) {
    const std::string record = Outing("2", "By ferry", more);
    const std::string late = "\n\n\n" + record;
    Screener fresh(Mini());
    const std::string expected = fresh.Screen(late).json;
    EXPECT_NE(expected.find("\"line\":4"), std::string::npos) << expected;
    const std::string other = "{   " + Outing("1", "A museum", more).substr(1);
    Screener used(Mini());
    used.Screen(other);
    EXPECT_EQ(used.Screen(late).json, expected);
    EXPECT_EQ(used.ScreenAll({other, late})[1].json, expected);
  }
}

TEST(Library, MakesADecisionOfWhateverItIsGiven) {
  Screener screener(Mini());
  for (const std::string& text :
       {std::string(), std::string("null"), std::string("[]"), std::string("{"),
        std::string("\xFF\x00\x01", 3), std::string("{} {}"),
        std::string(100'000, '['), std::string(17 * 1024 * 1024, ' ')}) {
    const Decision decision = screener.Screen(text);
    EXPECT_EQ(decision.verdict, Verdict::kInvalid);
    EXPECT_NE(decision.json.find(R"("verdict":"invalid")"), std::string::npos)
        << text.substr(0, 20);
  }
  // And is none the worse for it.
  EXPECT_EQ(screener.Screen(Outing("1", "Zoo")).verdict, Verdict::kInclude);
}

TEST(Library, SeesDuplicatesAmongRecordsThatBelongTogether) {
  Screener screener(Mini());
  const std::string first = Outing("1", "Zoo");
  const std::string second = Outing("2", "Zoo");
  const std::vector<Decision> together = screener.ScreenAll({first, second});
  ASSERT_EQ(together.size(), 2u);
  EXPECT_EQ(together[0].verdict, Verdict::kBorderline);
  EXPECT_EQ(together[1].verdict, Verdict::kBorderline);
  // An earlier call is forgotten.
  EXPECT_EQ(screener.Screen(first).verdict, Verdict::kInclude);
  EXPECT_TRUE(screener.ScreenAll({}).empty());
}

TEST(Library, SaysWhyARulesetCannotBeUsed) {
  const LoadResult loaded =
      Ruleset::Load("/no/such/folder", Language::kEnglish);
  EXPECT_FALSE(loaded.ruleset.has_value());
  EXPECT_EQ(loaded.faults.rfind("error: the ruleset cannot be read: ", 0), 0u)
      << loaded.faults;
  EXPECT_NE(loaded.faults,
            Ruleset::Load("/no/such/folder", Language::kDanish).faults);
}

TEST(Library, KeepsTheRulesetOfAScreenerAlive) {
  std::optional<Ruleset> rules = Mini();
  Screener screener(*rules);
  rules.reset();
  Screener moved = std::move(screener);
  EXPECT_EQ(moved.Screen(Outing("1", "Zoo")).verdict, Verdict::kInclude);
}

TEST(Library, SharesARulesetAmongThreads) {
  const Ruleset rules = Mini();
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& json : found) {
    threads.emplace_back([&rules, &json] {
      Screener screener(rules);
      for (int i = 0; i < 50; ++i) {
        json = screener.Screen(Outing("1", "By ferry")).json;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& json : found) EXPECT_EQ(json, found.front());
}

}  // namespace
}  // namespace sigte::api

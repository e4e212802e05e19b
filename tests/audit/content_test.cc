// SPDX-License-Identifier: MPL-2.0

// What the key's holder could sign and is still caught at, entry by entry.

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>

#include "engine/audit/canonical.h"
#include "engine/audit/content_checker.h"
#include "engine/audit/entries.h"
#include "tests/audit/log_surgery.h"

namespace sigte::audit {
namespace {

// 0: genesis, 1: run, 2: submission, 3 to 6: records (include, exclude,
// borderline, invalid), 7 to 9: receipts, 10: aggregate
constexpr std::size_t kRunEntry = 1;
constexpr std::size_t kSubmissionEntry = 2;
constexpr std::size_t kRecordEntry = 3;
constexpr std::size_t kAggregateEntry = 10;

const Entries& Whole() {
  static const Entries entries = [] {
    const TestFolder folder;
    MakeLog(folder, {4});
    return EntriesOf(folder);
  }();
  return entries;
}

/// "OK", or the first entry that is refused and why.
std::string Judged(const Entries& entries) {
  ContentChecker checker("sigte.example/log");
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!checker.Add(i, entries[i], LeafHash(entries[i]))) {
      return std::to_string(i) + " " + std::string(checker.why().name());
    }
  }
  return checker.Finish() ? "OK" : std::string(checker.why().name());
}

std::string Entry(std::string_view type, JsonValue::Members members) {
  return *EntryText(type, std::move(members));
}

std::string ErasureOf(const std::vector<std::uint64_t>& indexes) {
  JsonValue::List entries;
  for (const auto index : indexes) entries.push_back(JsonValue::Number(index));
  return Entry(kErasure, {{"time", "2026-11-25T12:00:00Z"},
                          {"entries", std::move(entries)}});
}

std::string NoteEntry(std::string_view what, std::int64_t files) {
  return Entry(
      kNote, {{"what", what}, {"files", files}, {"entries", std::int64_t{0}}});
}

TEST(Content, OfALogThatWeWroteMakesSense) {
  ASSERT_EQ(Whole().size(), 11u);
  EXPECT_EQ(Judged(Whole()), "OK");
}

struct Forgery {
  const char* name;
  std::size_t entry;
  const char* from;
  const char* to;

  friend void PrintTo(const Forgery& f, std::ostream* out) { *out << f.name; }
};

class ForgedEntry : public testing::TestWithParam<Forgery> {};

TEST_P(ForgedEntry, IsNotOfTheForm) {
  Entries entries = Whole();
  std::string& entry = entries[GetParam().entry];
  entry = Replaced(entry, GetParam().from, GetParam().to);
  EXPECT_EQ(Judged(entries),
            std::to_string(GetParam().entry) + " audit.entry-no-form")
      << entry;
}

INSTANTIATE_TEST_SUITE_P(
    Entries, ForgedEntry,
    testing::Values(
        Forgery{"Time", 0, "2026-11-25T12:00:00Z", "yesterday"},
        Forgery{"DayThatIsNone", 0, "2026-11-25T", "2026-02-30T"},
        Forgery{"HourThatIsNone", 0, "T12:", "T24:"},
        Forgery{"Program", kRunEntry, "0.1.0", "N.N. 990199-1234"},
        Forgery{"Option", kRunEntry, "\"format\":\"ndjson\"",
                "\"format\":\"ndjson\",\"note\":\"N.N.\""},
        Forgery{"OptionsValue", kRunEntry, "\"format\":\"ndjson\"",
                "\"format\":\"N.N.\""},
        Forgery{"Today", kRunEntry, "\"format\":\"ndjson\"",
                "\"today\":\"N.N.\""},
        Forgery{"Digest", kRunEntry, "aaaaaaaa", "aaaaaaaA"},
        Forgery{"NoSubmissions", kRunEntry, "\"submissions\":1,", ""},
        Forgery{"BytesWithoutCommit", kSubmissionEntry, "\"bytes\":10",
                "\"bytes\":null"},
        Forgery{"NegativeBytes", kSubmissionEntry, "\"bytes\":10",
                "\"bytes\":-10"},
        Forgery{"FurtherMember", kRecordEntry,
                "\"rules\":", "\"note\":\"N.N. 990199-1234\",\"rules\":"},
        Forgery{"MemberAtTheEnd", kRecordEntry, "\"verdict\":\"include\"",
                "\"verdict\":\"include\",\"y\":1"},
        Forgery{"RuleWithWords", kRecordEntry, "\"rule\":\"E5\"",
                "\"rule\":\"N.N. said so\""},
        Forgery{"RuleWithMore", kRecordEntry, "\"rule\":\"E5\"",
                "\"note\":1,\"rule\":\"E5\""},
        Forgery{"UnknownWithoutCauses", kRecordEntry, "\"value\":\"true\"",
                "\"value\":\"unknown\""},
        Forgery{"KnownWithCauses", kRecordEntry, "{\"rule\":\"E5\"",
                "{\"causes\":[\"missing\"],\"rule\":\"E5\""},
        Forgery{
            "CauseThatIsNone", kRecordEntry,
            "{\"rule\":\"E5\",\"value\":\"true\"}",
            "{\"causes\":[\"N.N.\"],\"rule\":\"E5\",\"value\":\"unknown\"}"},
        Forgery{"FindingWithWords", kRecordEntry, "\"findings\":[]",
                "\"findings\":[\"N.N. lives here\"]"},
        Forgery{"FindingsUnsorted", kRecordEntry, "\"findings\":[]",
                "\"findings\":[\"D205\",\"D100\"]"},
        Forgery{"FindingsTwice", kRecordEntry, "\"findings\":[]",
                "\"findings\":[\"D205\",\"D205\"]"},
        Forgery{"FindingsNoList", kRecordEntry, "\"findings\":[]",
                "\"findings\":\"D205\""},
        Forgery{"AmountOfNineDigits", kRecordEntry, "\"amount\":0",
                "\"amount\":100000000"},
        Forgery{"AmountOfANumber", kRecordEntry, "\"amount\":0",
                "\"amount\":9007199254740992"},
        Forgery{"AmountAsText", kRecordEntry, "\"amount\":0",
                "\"amount\":\"5\""},
        Forgery{"EmptyGroup", kRecordEntry, "\"group\":\"101\"",
                "\"group\":\"\""},
        Forgery{"VerdictAgainstScope", kRecordEntry, "\"scope\":\"include\"",
                "\"scope\":\"exclude\""},
        Forgery{"VerdictWithoutScope", kRecordEntry, "\"scope\":\"include\"",
                "\"scope\":null"},
        Forgery{"ScopeInvalid", 6, "\"scope\":null", "\"scope\":\"invalid\""},
        Forgery{"WithheldSomething", kRecordEntry, "\"verdict\":\"include\"",
                "\"verdict\":\"include\",\"withheld\":[\"x\"]"},
        Forgery{"WithheldThough", kRecordEntry, "\"verdict\":\"include\"",
                "\"verdict\":\"include\",\"withheld\":[\"group\"]"},
        Forgery{"AmountWithheldThough", kRecordEntry, "\"verdict\":\"include\"",
                "\"verdict\":\"include\",\"withheld\":[\"amount\"]"},
        Forgery{"UnreadableAsText", kAggregateEntry, "\"unreadable\":0",
                "\"unreadable\":\"0\""},
        Forgery{"AggregateWithMore", kAggregateEntry, "\"unreadable\":0",
                "\"unreadable\":0,\"until\":1"}),
    [](const auto& test) { return std::string(test.param.name); });

// A check leaves open what would be included, and refuses anything.
TEST(Content, AllowsAVerdictThatAChecksMadeWorse) {
  for (const char* verdict : {"\"borderline\"", "\"invalid\""}) {
    Entries entries = Whole();
    entries[kRecordEntry] =
        Replaced(entries[kRecordEntry], "\"verdict\":\"include\"",
                 "\"verdict\":" + std::string(verdict));
    // The record stands; the receipt has other sums now.
    EXPECT_EQ(Judged(entries), "7 audit.entry-other-sum") << verdict;
  }
}

// What the ruleset that a log keeps can tell, and its entries cannot.
TEST(Content, NamesOnlyWhatTheRulesetKnows) {
  LogTerms terms{{"E5"}, {}, "mini", "1", "list"};
  const auto judged = [&](const char* from, const char* to) {
    Entries entries = Whole();
    entries[kRecordEntry] = Replaced(entries[kRecordEntry], from, to);
    ContentChecker checker("sigte.example/log", [&](const std::string& digest) {
      return digest == kDigest ? std::optional(terms) : std::nullopt;
    });
    for (std::size_t i = 0; i <= kRecordEntry; ++i) {
      if (!checker.Add(i, entries[i], LeafHash(entries[i]))) {
        return std::string(checker.why().name());
      }
    }
    return std::string("OK");
  };
  const std::string wrong = "audit.entry-not-of-rules";
  EXPECT_EQ(judged("E5", "E5"), "OK");
  EXPECT_EQ(judged("E5", "E6"), wrong);
  EXPECT_EQ(judged("\"findings\":[]", "\"findings\":[\"D205\",\"E5\"]"), "OK");
  EXPECT_EQ(judged("\"findings\":[]", "\"findings\":[\"990199-1234\"]"), wrong);
  EXPECT_EQ(judged("\"group\":\"101\"", "\"group\":\"99019\""), wrong);
  EXPECT_EQ(judged("\"group\":\"101\"", "\"group\":\"Hans\""), wrong);
  EXPECT_EQ(judged("\"group\":\"101\"", "\"group\":null"), "OK");
  terms.ruleset_version = "2";
  EXPECT_EQ(judged("E5", "E5"), wrong);
  terms.ruleset_version = "1";
  terms.groups = {"101", "Nord og Syd"};
  EXPECT_EQ(judged("\"group\":\"101\"", "\"group\":\"101\""), "OK");
  EXPECT_EQ(judged("\"group\":\"101\"", "\"group\":\"Nord og Syd\""), "OK");
  EXPECT_EQ(judged("\"group\":\"101\"", "\"group\":\"102\""), wrong);
}

TEST(Content, CountsEveryFileThatCouldNotBeOpenedAsUnreadable) {
  Entries entries = Whole();
  entries.erase(entries.begin() + 3, entries.begin() + 10);
  std::string& file = entries[kSubmissionEntry];
  const std::size_t commit = file.find("\"commit\":") + 9;
  file.replace(commit, 66, "null");
  file = Replaced(file, "\"bytes\":10", "\"bytes\":null");
  Totals none;
  std::string& end = entries.back();
  end = Replaced(end, "\"receipts\":3", "\"receipts\":0");
  end = Replaced(end, "\"records\":4", "\"records\":0");
  const std::size_t digest = end.find("\"records_digest\":\"") + 18;
  end.replace(digest, 64, Hex(Sha256Stream().Finish()));
  const std::size_t totals = end.find("\"totals\":") + 9;
  end.replace(totals, end.find(",\"type\"") - totals, *Canonical(none.Json()));
  EXPECT_EQ(Judged(entries), "3 audit.entry-other-sum");
  end = Replaced(end, "\"unreadable\":0", "\"unreadable\":1");
  EXPECT_EQ(Judged(entries), "OK");
}

TEST(Content, HasNoMoreRulingsThanWereRead) {
  const std::string ruling = Entry(kRuling, {{"run", std::int64_t{1}},
                                             {"rule", "E5"},
                                             {"answer", true},
                                             {"state", "used"},
                                             {"commit", std::string(64, '0')}});
  Entries entries = Whole();
  entries.insert(entries.begin() + 7, ruling);
  const auto read = [&](const char* options) {
    entries[kRunEntry] =
        Replaced(Whole()[kRunEntry], "\"format\":\"ndjson\"", options);
    return Judged(entries);
  };
  EXPECT_EQ(read("\"rulings\":0"), "7 audit.entry-out-of-place");
  // The aggregate counts none.
  EXPECT_EQ(read("\"rulings\":1"), "11 audit.entry-other-sum");
  for (const auto& [from, to] :
       std::vector<std::pair<const char*, const char*>>{
           {"true", "\"N.N.\""}, {"used", "N.N."}, {"E5", "N.N. said"}}) {
    entries[7] = Replaced(ruling, from, to);
    EXPECT_EQ(read("\"rulings\":1"), "7 audit.entry-no-form") << to;
  }
}

TEST(Content, ErasesOnlyRecordsAndSubmissionsBeforeIt) {
  const auto judged = [](const std::vector<std::uint64_t>& indexes) {
    Entries entries = Whole();
    entries.push_back(ErasureOf(indexes));
    return Judged(entries);
  };
  EXPECT_EQ(judged({2, 3, 4, 5, 6}), "OK");
  EXPECT_EQ(judged({6}), "OK");
  EXPECT_EQ(judged({}), "11 audit.entry-no-form");
  // genesis, run, receipt, aggregate, itself, one to come, and out of order
  for (const auto& indexes : std::vector<std::vector<std::uint64_t>>{
           {0}, {1}, {7}, {10}, {11}, {5000}, {3, 3}, {4, 3}, {3, 7}}) {
    EXPECT_EQ(judged(indexes), "11 audit.entry-erases-other") << indexes[0];
  }
}

TEST(Content, HasANoteOnlyBeforeARun) {
  Entries entries = Whole();
  entries.push_back(NoteEntry("cut-off", 1));
  EXPECT_EQ(Judged(entries), "audit.run-unfinished");
  entries.push_back(ErasureOf({3}));
  EXPECT_EQ(Judged(entries), "12 audit.entry-out-of-place");
  entries.resize(11);
  entries.push_back(NoteEntry("cut-off", 0));
  EXPECT_EQ(Judged(entries), "11 audit.entry-no-form");
  entries.back() = NoteEntry("N.N.", 1);
  EXPECT_EQ(Judged(entries), "11 audit.entry-no-form");
}

TEST(Content, NamesTheRulesetsOfBothRunsWhereTheyChanged) {
  const TestFolder folder;
  MakeLog(folder, {1});
  FileOps ops;
  std::string why;
  ASSERT_TRUE(
      AppendRun(folder.log(), 1, TestKey(), &ops, &why, std::string(64, 'b')))
      << why;
  Entries entries = EntriesOf(folder);
  const auto changed = std::ranges::find_if(entries, [](const auto& entry) {
    return entry.find("rules.changed") != entry.npos;
  });
  ASSERT_NE(changed, entries.end());
  EXPECT_EQ(Judged(entries), "OK");
  const auto index = std::to_string(changed - entries.begin());
  *changed = Replaced(*changed, "aaaaaaaa", "aaaaaaac");
  EXPECT_EQ(Judged(entries), index + " audit.entry-other-sum");
}

}  // namespace
}  // namespace sigte::audit

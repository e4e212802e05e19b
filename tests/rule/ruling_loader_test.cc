// SPDX-License-Identifier: MPL-2.0

// Rulings: what is read, and what is refused with its place.

#include "engine/rule/ruling_loader.h"

#include <ostream>
#include <string>

#include "engine/rule/ruling_text.h"
#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {
namespace {

constexpr const char* kGood =
    "ruling: r-1\n"
    "record: {municipality: 751, id: \"14\"}\n"
    "rule: interpreting\n"
    "answer: false\n"
    "reason: minor_part\n"
    "text: Only a small part.\n"
    "by: {body: fm, role: head of section}\n"
    "date: 2026-11-25\n"
    "approved: {body: im, role: head of office, date: 2026-11-26}\n"
    "review_by: 2027-11-25\n"
    "evidence: "
    "\"sha256:"
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"\n"
    "supersedes: r-0\n";

const Layout& Fields() {
  static const Layout layout = [] {
    Layout made = TestLayout();
    made.id = made.Find("id");
    made.group = made.Find("municipality");
    return made;
  }();
  return layout;
}

const RulingWords& Lists() {
  static const RulingWords words = {
      {{{"minor_part", {}}, {"Del", "Part"}},
       {{"other", {}}, {"Andet", "Other"}}},
      {{{"fm", {}}, {"FM", "FM"}}, {{"im", {}}, {"IM", "IM"}}}};
  return words;
}

std::vector<Ruling> Load(const FileSet& files, IssueList* issues) {
  static const Redaction redaction({"000000-####"});
  return LoadRulings(files, {Fields(), Lists(), redaction}, issues);
}

std::string Replaced(const std::string& from, const std::string& to) {
  std::string text = kGood;
  const std::size_t at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  return text.replace(at, from.size(), to);
}

/// What is said of one file; it gives no ruling then.
std::string FaultsOf(const std::string& text) {
  FileSet files;
  files.Add("r.yaml", text);
  IssueList issues;
  const auto rulings = Load(files, &issues);
  EXPECT_EQ(rulings.empty(), issues.has_errors());
  issues.Sort();
  return Words(issues);
}

TEST(RulingLoader, ReadsEveryKey) {
  FileSet files;
  files.Add("r.yaml", kGood);
  IssueList issues;
  const auto rulings = Load(files, &issues);
  ASSERT_EQ(rulings.size(), 1u) << Words(issues);
  const Ruling& r = rulings[0];
  EXPECT_EQ(r.id, "r-1");
  EXPECT_EQ(r.record, (RecordKey{"751", "14"}));
  EXPECT_EQ(r.rule, "interpreting");
  EXPECT_FALSE(r.answer);
  EXPECT_EQ(r.by.body, "fm");
  EXPECT_EQ(r.approved->body, "im");
  EXPECT_EQ(r.supersedes, "r-0");
  EXPECT_EQ(r.line, 1u);
}

TEST(RulingLoader, ReadsBackWhatIsWritten) {
  FileSet files;
  files.Add("r.yaml", kGood);
  IssueList issues;
  Ruling written = Load(files, &issues).at(0);
  for (const std::string text :
       {"quoted \" and \\ and 'x'", "no", "0123", "æøå # - : {a}", "a\nb"}) {
    written.text = text;
    written.by.role = text;
    FileSet again;
    again.Add("w.yaml", RulingText(written, Fields()));
    const auto read = Load(again, &issues);
    ASSERT_EQ(read.size(), 1u) << Words(issues);
    EXPECT_EQ(read[0].text, text);
    EXPECT_EQ(read[0].by.role, text);
    EXPECT_EQ(read[0].record, written.record);
    EXPECT_EQ(read[0].evidence, written.evidence);
    EXPECT_EQ(read[0].approved->date, "2026-11-26");
    EXPECT_EQ(read[0].supersedes, "r-0");
  }
}

TEST(RulingLoader, TakesOneRecordHoweverItsNumberIsWritten) {
  FileSet files;
  files.Add("r.yaml", Replaced("{municipality: 751, id: \"14\"}",
                               "{municipality: \"751.0\", id: 14}"));
  IssueList issues;
  EXPECT_EQ(Load(files, &issues).at(0).record, (RecordKey{"751", "14"}));
}

TEST(RulingLoader, RefusesBothOfTwoWithOneId) {
  FileSet files;
  files.Add("a.yaml", kGood);
  files.Add("b.yaml", kGood);
  IssueList issues;
  EXPECT_TRUE(Load(files, &issues).empty());
  EXPECT_EQ(Words(issues),
            "a.yaml:1:9: error: two rulings are called 'r-1'; the other stands "
            "in b.yaml:1:9 [R609 ruling-id-twice]\n"
            "    1 | ruling: r-1\n"
            "      |         ^~~\n"
            "b.yaml:1:9: error: two rulings are called 'r-1'; the other stands "
            "in a.yaml:1:9 [R609 ruling-id-twice]\n"
            "    1 | ruling: r-1\n"
            "      |         ^~~\n");
}

TEST(RulingLoader, LeavesTheOtherFilesWholeWhenOneIsFaulty) {
  FileSet files;
  files.Add("a.yaml", "ruling: [");
  files.Add("b.yaml", kGood);
  IssueList issues;
  EXPECT_EQ(Load(files, &issues).size(), 1u);
  EXPECT_TRUE(issues.has_errors());
}

TEST(RulingLoader, BoundsTheSizeOfAFile) {
  EXPECT_EQ(FaultsOf(std::string(kMaxRulingBytes + 1, '#')),
            "r.yaml:1:1: error: the file is too large to be a ruling; at most "
            "64 KiB [R610 ruling-too-large]\n"
            "    1 | " +
                std::string(100, '#') + "…\n      | ^\n");
}

struct Fault {
  const char* name;
  const char* from;
  const char* to;
  const char* expected;

  friend void PrintTo(const Fault& fault, std::ostream* out) {
    *out << fault.name;
  }
};

class RulingFaults : public testing::TestWithParam<Fault> {};

TEST_P(RulingFaults, AreSaidWithTheirPlace) {
  EXPECT_EQ(FaultsOf(Replaced(GetParam().from, GetParam().to)),
            GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Yaml, RulingFaults,
    testing::Values(
        Fault{
            "UnknownKey", "answer: false", "answr: false",
            R"(r.yaml:4:1: error: unknown key 'answr'; did you mean 'answer'? [R102 unknown-key]
    4 | answr: false
      | ^~~~~
)"},
        Fault{
            "TruthWord", "answer: false", "answer: no",
            R"(r.yaml:4:9: error: unknown value 'no'; known: true, false [R106 unknown-value]
    4 | answer: no
      |         ^~
)"},
        Fault{
            "DuplicateKey", "answer: false", "answer: false\nanswer: true",
            R"(r.yaml:5:1: error: the key 'answer' stands here twice; first: r.yaml:4:1 [R103 duplicate-key]
    5 | answer: true
      | ^~~~~~
      = help: delete one of them
)"},
        Fault{
            "SameBody", "{body: im,", "{body: fm,",
            R"(r.yaml:9:18: error: the ruling is approved by 'fm', which made it [R603 same-body]
    9 | approved: {body: fm, role: head of office, date: 2026-11-26}
      |                  ^~
      = help: another body must approve: four eyes
)"},
        Fault{
            "UnknownReason", "minor_part", "minor_prat",
            R"(r.yaml:5:9: error: the reason 'minor_prat' is not in the ruleset's list; did you mean 'minor_part'? [R602 unknown-reason]
    5 | reason: minor_prat
      |         ^~~~~~~~~~
)"},
        Fault{
            "UnknownBody", "{body: fm,", "{body: xx,",
            R"(r.yaml:7:12: error: 'xx' is not among the bodies that may rule; known: fm, im [R606 unknown-body]
    7 | by: {body: xx, role: head of section}
      |            ^~
)"},
        Fault{"NoSuchDay", "review_by: 2027-11-25", "review_by: 2027-02-30",
              R"(r.yaml:10:12: error: '2027-02-30' is not a date [R142 bad-date]
   10 | review_by: 2027-02-30
      |            ^~~~~~~~~~
      = help: write year, month and day: 2019-12-31
)"},
        Fault{
            "DaysReversed", "date: 2026-11-26", "date: 2026-11-24",
            R"(r.yaml:9:50: error: 'approved' (2026-11-24) lies before 'date' (2026-11-25) [R607 days-reversed]
    9 | approved: {body: im, role: head of office, date: 2026-11-24}
      |                                                  ^~~~~~~~~~
)"},
        Fault{
            "BadEvidence", "\"sha256:0123", "\"sha256:O123",
            R"(r.yaml:11:11: error: 'sha256:O123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef' is no digest; expected 'sha256:' and 64 digits (0-9, a-f) [R608 bad-evidence]
   11 | evidence: "sha256:O123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      = help: 'sigte review --list' shows the digest of every question
)"},
        Fault{
            "ItsOwnSuccessor", "supersedes: r-0", "supersedes: r-1",
            R"(r.yaml:12:13: error: the ruling 'r-1' supersedes itself [R604 supersedes-itself]
   12 | supersedes: r-1
      |             ^~~
)"},
        Fault{
            "BadId", "ruling: r-1", "ruling: ../r",
            R"(r.yaml:1:9: error: '../r' cannot be a ruling's id [R601 bad-ruling-id]
    1 | ruling: ../r
      |         ^~~~
      = help: use letters from a to z, digits, '-', '_' and '.'; at most 120 characters, the first a letter or digit
)"},
        Fault{
            "UnknownRecordKey", "municipality: 751", "municipal: 751",
            R"(r.yaml:2:10: error: unknown key 'municipal'; did you mean 'municipality'? [R102 unknown-key]
    2 | record: {municipal: 751, id: "14"}
      |          ^~~~~~~~~
)"},
        Fault{
            "PrivateNumber", "Only a small part.", "Of 311299-0000 only",
            R"(r.yaml:6:7: error: the text holds a number that must not be shown [R605 private-number]
    6 | text: Of 311299-0000 only
      |       ^~~~~~~~~~~~~~~~~~~
      = help: remove the number; a ruling is kept and read by many
)"},
        Fault{
            "PrivateNumberInId", "ruling: r-1", "ruling: r-311299-0000",
            R"(r.yaml:1:9: error: the text holds a number that must not be shown [R605 private-number]
    1 | ruling: r-311299-0000
      |         ^~~~~~~~~~~~~
      = help: remove the number; a ruling is kept and read by many
)"},
        Fault{
            "PrivateNumberInSupersedes", "supersedes: r-0",
            "supersedes: r-311299-0000",
            R"(r.yaml:12:13: error: the text holds a number that must not be shown [R605 private-number]
   12 | supersedes: r-311299-0000
      |             ^~~~~~~~~~~~~
      = help: remove the number; a ruling is kept and read by many
)"},
        Fault{
            "SecondDocument", "supersedes: r-0\n", "---\nx: 1\n",
            R"(r.yaml:12:1: error: a second document begins here [R108 second-document]
   12 | ---
      | ^~~
      = help: one file is one document; move the rest to a file of its own
)"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace sigte

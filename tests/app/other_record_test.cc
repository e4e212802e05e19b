// SPDX-License-Identifier: MPL-2.0

// A check that counts a group says which other record it speaks of.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"
#include "tests/read/package_builder.h"

namespace sigte {
namespace {

std::string Outing(const std::string& id, const std::string& title) {
  return "{\"id\":\"" + id + "\",\"club\":7,\"title\":\"" + title +
         "\",\"cost\":10,\"target\":\"members\"}";
}

/// Of decisions: "id line → id file:line:column[ sheet]", a line each that
/// speaks of another record.
std::string OthersIn(const std::string& decisions) {
  const auto part = [](const std::string& line, const std::string& begin,
                       const std::string& end) {
    const std::size_t at = line.find(begin);
    if (at == std::string::npos) return std::string();
    const std::size_t from = at + begin.size();
    return line.substr(from, line.find_first_of(end, from) - from);
  };
  std::string all;
  for (std::size_t at = 0; at < decisions.size();) {
    const std::size_t end = decisions.find('\n', at);
    const std::string line = decisions.substr(at, end - at);
    at = end + 1;
    const std::string other = part(line, "\"other\":{", "}");
    if (other.empty()) continue;
    all += part(line, "\"id\":\"", "\"") + " " + part(line, "\"line\":", ",") +
           " → " + other + "\n";
  }
  return all;
}

TEST(OtherRecord, StandsBelowTheFindingWithItsPlace) {
  const Workplace work;
  work.Write("a.json",
             "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
             "  {\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10, "
             "\"target\": \"members\"},\n"
             "  {\"id\": \"2\", \"title\": \"ZOO\", \"cost\": 20, "
             "\"target\": \"members\"}]}\n");
  const ProgramRun run = work.Run({"screen", "a.json"});
  EXPECT_NE(run.out.find("      = record: 7/1\n"
                         "      = see also: 7/2 (a.json:3:3)\n"),
            std::string::npos)
      << run.out;
  EXPECT_NE(run.out.find("      = record: 7/2\n"
                         "      = see also: 7/1 (a.json:2:3)\n"),
            std::string::npos)
      << run.out;
  // Where it is asked about, too.
  EXPECT_NE(run.out.find("  ? Is it the same outing?\n"), std::string::npos);
  EXPECT_EQ(LineOf(run.out.substr(run.out.find("? Is it the same")),
                   "      = see also"),
            "      = see also: 7/1 (a.json:2:3)");
  const ProgramRun told = work.Run({"explain", "7/2", "a.json", "--lang=da"});
  EXPECT_NE(told.out.find("      = se også: 7/1 (a.json:2:3)\n"),
            std::string::npos)
      << told.out;
}

// One line is all that many programs write; a mark at its beginning is none of
// its letters.
TEST(OtherRecord, IsFoundInEveryFormOfInput) {
  const Workplace work;
  const std::string two = Outing("1", "På tur") + "\n\n" + Outing("2", "Zoo") +
                          "\n  " + Outing("3", "på TUR") + "\n";
  work.Write("a.ndjson", "\xEF\xBB\xBF" + two);
  work.Write("b.json", "[" + Outing("1", "På tur") + "," + Outing("2", "Zoo") +
                           "," + Outing("3", "på tur") + "]");
  work.Write("c.csv",
             "Club;7\nNumber;Title;Cost;For;Note\n1;På tur;10;members;\n"
             "2;Zoo;10;members;\n3;\"På\ntur\";10;members;\n"
             "4;På tur;10;members;\n");
  const auto cells = [](const std::vector<std::string>& texts) {
    std::string row = "<row>";
    for (const std::string& text : texts) {
      row += "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }
    return row + "</row>";
  };
  work.Write("d.xlsx",
             WorkbookParts(cells({"Club", "7"}) +
                           cells({"Number", "Title", "Cost", "For", "Note"}) +
                           cells({"1", "På tur", "10", "members"}) +
                           cells({"2", "Zoo", "10", "members"}) +
                           cells({"3", "PÅ TUR", "10", "members"}))
                 .Zip());
  const auto others = [&](const std::string& file) {
    return OthersIn(work.Run({"screen", "--format=ndjson", file}).out);
  };
  EXPECT_EQ(others("a.ndjson"),
            "1 1 → \"id\":\"3\",\"file\":\"a.ndjson\",\"line\":4,\"column\":3\n"
            "3 4 → \"id\":\"1\",\"file\":\"a.ndjson\",\"line\":1,"
            "\"column\":1\n");
  EXPECT_EQ(others("b.json"),
            "1 1 → \"id\":\"3\",\"file\":\"b.json\",\"line\":1,\"column\":131\n"
            "3 1 → \"id\":\"1\",\"file\":\"b.json\",\"line\":1,\"column\":2\n");
  EXPECT_EQ(others("c.csv"),
            "1 3 → \"id\":\"3\",\"file\":\"c.csv\",\"line\":5,\"column\":1\n"
            "3 5 → \"id\":\"1\",\"file\":\"c.csv\",\"line\":3,\"column\":1\n"
            "4 7 → \"id\":\"1\",\"file\":\"c.csv\",\"line\":3,\"column\":1\n");
  EXPECT_EQ(others("d.xlsx"),
            "1 3 → \"id\":\"3\",\"file\":\"d.xlsx\",\"line\":5,"
            "\"sheet\":\"Svar\"\n"
            "3 5 → \"id\":\"1\",\"file\":\"d.xlsx\",\"line\":3,"
            "\"sheet\":\"Svar\"\n");
  EXPECT_NE(work.Run({"screen", "d.xlsx"})
                .out.find("      = see also: 7/3 (d.xlsx: Svar!5:5)\n"),
            std::string::npos);
}

// Its own place is what a record is known by: one that stands elsewhere when it
// is decided than when it was counted would be told to see itself.
TEST(OtherRecord, IsNeverTheRecordItself) {
  const std::string list = "[" + Outing("1", "På tur") + ", \t" +
                           Outing("2", "på tur") + ",\r\n\t" +
                           Outing("3", "Zoo") + "," + Outing("4", "zoo") + "]";
  const std::string file =
      R"({"season":"2020","club":7,"navn":"æøå","outings":)" + list + "}\n";
  std::string one_line = file;
  std::erase_if(one_line, [](char c) { return c == '\r' || c == '\n'; });
  const std::string mark = "\xEF\xBB\xBF";
  const Workplace work;
  std::size_t number = 0;
  for (const std::string& text :
       {list, mark + list, file, mark + file, "\r\n " + file, one_line,
        mark + "  " + one_line, one_line + "\n"}) {
    const std::string name = std::to_string(number++) + ".json";
    work.Write(name, text);
    const std::string others =
        OthersIn(work.Run({"screen", "--format=ndjson", name}).out);
    std::string pairs;
    for (std::size_t at = 0; at < others.size();
         at = others.find('\n', at) + 1) {
      pairs += others.substr(at, 1) + " " +
               others.substr(others.find("id", at) + 5, 1) + "; ";
    }
    EXPECT_EQ(pairs, "1 2; 2 1; 3 4; 4 3; ") << text << "\n" << others;
  }
}

TEST(OtherRecord, MayStandInAnotherFile) {
  const Workplace work;
  work.Write("a.ndjson", Outing("1", "Zoo") + "\n");
  work.Write("b.ndjson", Outing("2", "Zoo") + "\n" + Outing("3", "Zoo") + "\n");
  const std::string expected =
      "1 1 → \"id\":\"2\",\"file\":\"b.ndjson\",\"line\":1,\"column\":1\n"
      "2 1 → \"id\":\"1\",\"file\":\"a.ndjson\",\"line\":1,\"column\":1\n"
      "3 2 → \"id\":\"1\",\"file\":\"a.ndjson\",\"line\":1,\"column\":1\n";
  for (const char* threads : {"1", "2", "4"}) {
    EXPECT_EQ(OthersIn(work.Run({"screen", "--format=ndjson", "--threads",
                                 threads, "a.ndjson", "b.ndjson"})
                           .out),
              expected);
  }
}

TEST(OtherRecord, IsNamedInRemarksOfALine) {
  const Workplace work;
  work.Write("a.ndjson", Outing("1", "Zoo") + "\n" + Outing("2", "Zoo") + "\n");
  EXPECT_EQ(LineOf(work.Run({"screen", "--format=concise", "a.ndjson"}).out,
                   "a.ndjson:2:"),
            "a.ndjson:2:28: warning: 7/2: The outing stands there twice. See "
            "also 7/1 (a.ndjson:1:1). [K1 told_twice]");
  const std::string sarif =
      work.Run({"screen", "--format=sarif", "a.ndjson"}).out;
  EXPECT_NE(sarif.find(R"("relatedLocations":[{"id":1,"physicalLocation":{)"
                       R"("artifactLocation":{"uri":"a.ndjson"},)"
                       R"("region":{"startLine":1,"startColumn":1,)"),
            std::string::npos)
      << sarif;
}

// A letter names files without the folders of those who write it.
TEST(OtherRecord, IsNamedInLettersByFileAndPlace) {
  const Workplace work;
  std::filesystem::create_directory(work.folder() / "in");
  work.Write("in/a.ndjson",
             Outing("1", "Zoo") + "\n" + Outing("2", "Zoo") + "\n");
  const ProgramRun run = work.Run({"letter", "in/a.ndjson"});
  EXPECT_NE(run.out.find("- **7/2  Zoo**: Is it the same outing? See also 7/1 "
                         "(a.ndjson:1:1). (a.ndjson:2:28)\n"),
            std::string::npos)
      << run.out;
}

// The other may be somebody else's, who would be told of it.
TEST(OtherRecord, IsNotNamedInLettersWhereTheGroupIsNoPartOfTheKey) {
  const Workplace work;
  work.CopyRuleset("");
  std::string rules = work.Read("rules/rules.yaml");
  const std::string key = "group_by: [club, title]";
  rules.replace(rules.find(key), key.size(), "group_by: [title]");
  work.Write("rules/rules.yaml", rules);
  std::string other = Outing("2", "Zoo") + "\n";
  other.replace(other.find(":7"), 2, ":8");
  work.Write("a.ndjson", Outing("1", "Zoo") + "\n" + other);
  const ProgramRun letter =
      work.Run({"letter", "--rules", "rules", "a.ndjson"});
  EXPECT_NE(letter.out.find("Is it the same outing? (a.ndjson:2:28)\n"),
            std::string::npos)
      << letter.out;
  EXPECT_EQ(letter.out.find("See also"), std::string::npos) << letter.out;
  EXPECT_NE(work.Run({"screen", "--rules", "rules", "a.ndjson"})
                .out.find("      = see also: 2 (a.ndjson:2:1)\n"),
            std::string::npos);
}

// What the submitter wrote is not to be told there; a place is.
TEST(OtherRecord, IsAPlaceAloneWhereValuesAreHidden) {
  const Workplace work;
  work.Write("a.ndjson", Outing("1", "Zoo") + "\n" + Outing("2", "Zoo") + "\n");
  const ProgramRun run = work.Run({"hook", "--fail-on=borderline", "a.ndjson"});
  EXPECT_EQ(LineOf(run.out, "a.ndjson:2:"),
            "a.ndjson:2:28: warning: The outing stands there twice. See also "
            "a.ndjson:1:1. [K1 told_twice]")
      << run.out << run.err;
}

}  // namespace
}  // namespace sigte

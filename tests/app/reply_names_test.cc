// SPDX-License-Identifier: MPL-2.0

// What letters and returned workbooks call files, groups and records.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"
#include "tests/read/workbook_cells.h"

namespace sigte {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string Outing(const std::string& id, const std::string& club,
                   const std::string& title) {
  return R"({"id":")" + id + R"(","club":)" + club + R"(,"title":")" + title +
         R"(","cost":1})" + "\n";
}

/// Two files of one name, with the same outing in both.
class Namesakes : public testing::Test {
 protected:
  Namesakes() {
    work_.Write("in/north/a.ndjson", Outing("1", "7", "Zoo"));
    work_.Write("in/south/a.ndjson",
                Outing("2", "7", "Zoo") + Outing("1", "3", "Park"));
    work_.Write("in/south/b.ndjson", Outing("3", "7", "Ball"));
  }

  std::string Letter(const std::string& to) const {
    const std::string out = work_.Run({"letter", "in"}).out;
    const std::size_t begin = out.find("# Reply" + to + ": ");
    return begin == out.npos
               ? "no such letter: " + out
               : out.substr(begin, out.find("\n---\n", begin) - begin);
  }

  // The findings sheet's column of sources.
  std::string Sources() const {
    work_.Run({"screen", "-o", "reply.xlsx", "in"});
    return Cells(work_.Read("reply.xlsx"));
  }

  Workplace work_;
};

TEST_F(Namesakes, AreToldApartInALetter) {
  const std::string letter = Letter(" to 7");
  EXPECT_THAT(
      letter,
      HasSubstr("- **7/3  Ball**: Fill in the field 'For'. members: included; "
                "guests: left out. (b.ndjson:1)\n"
                "\n"
                "### Told twice (K1)\n"
                "\n"
                "- **7/1  Zoo**: Is it the same outing? See also 7/2 "
                "(south/a.ndjson:1:1). (north/a.ndjson:1:28)\n"
                "- **7/2  Zoo**: Is it the same outing? See also 7/1 "
                "(north/a.ndjson:1:1). (south/a.ndjson:1:28)\n"));
  EXPECT_THAT(letter, Not(HasSubstr("in/")));
}

// What others sent is no concern of theirs.
TEST_F(Namesakes, HaveNoFoldersInALetterToThoseWhoSentOne) {
  EXPECT_THAT(Letter(" to 3"), HasSubstr("- **3/1  Park**: Whom is the outing "
                                         "for? (a.ndjson:2)\n"));
}

TEST_F(Namesakes, AreToldApartWhereTheyCannotBeRead) {
  work_.Write("in/north/c.json", "{\"season\": ");
  work_.Write("in/south/c.json", "{\"season\": ");
  work_.Write("in/south/d.json", "{\"season\": ");
  const std::string letter = Letter("");
  EXPECT_THAT(letter, HasSubstr("\nAbout the file north/c.json: the text "));
  EXPECT_THAT(letter, HasSubstr("\nAbout the file d.json: the text "));
  EXPECT_THAT(letter, HasSubstr("\nsouth/c.json could not be read, or not "));
  EXPECT_THAT(letter, HasSubstr("\nd.json could not be read, or not to its "));
}

TEST_F(Namesakes, AreToldApartInAReturnedWorkbook) {
  work_.Write("in/south/c.json", "{\"season\": ");
  const std::string cells = Sources();
  EXPECT_THAT(cells, HasSubstr("'north/a.ndjson:1 |"));
  EXPECT_THAT(cells, HasSubstr("'south/a.ndjson:2 |"));
  EXPECT_THAT(cells, HasSubstr("'b.ndjson:1 |"));
  EXPECT_THAT(cells, HasSubstr("See also 7/1 (north/a.ndjson:1:1)."));
  EXPECT_THAT(cells, HasSubstr("'c.json could not be read, or not to its end"));
  EXPECT_THAT(cells, HasSubstr("'c.json:1:12 |"));
  EXPECT_THAT(cells, Not(HasSubstr("in/")));
}

// What is left of a private number does not tell files apart.
TEST(FileNamesInReplies, HidePrivateNumbers) {
  const Workplace work;
  work.CopyRuleset("hide: [\"000000-####\"]\n");
  work.Write("in/0101901234/a.ndjson", Outing("1", "7", "Zoo"));
  work.Write("in/0101904321/a.ndjson", Outing("2", "7", "Ball"));
  work.Write("in/south/a.ndjson", Outing("3", "7", "Park"));
  const std::string letter = work.Run({"letter", "--rules", "rules", "in"}).out;
  EXPECT_THAT(letter,
              HasSubstr("- **7/1  Zoo** (010190\\*\\*\\*\\*/a.ndjson:1)\n"
                        "- **7/2  Ball** (010190\\*\\*\\*\\*/a.ndjson:1)\n"
                        "- **7/3  Park** (south/a.ndjson:1)\n"));
}

// A name is for finding the record again.
TEST(RecordNames, AreCutAfterAWordWhereTheyAreLong) {
  std::string title;
  for (int i = 0; i < 3000; ++i) title += "trip ";
  const Workplace work;
  work.Write("a.ndjson", Outing("1", "7", title + "by ferry"));
  std::string shown;
  for (int i = 0; i < 18; ++i) shown += "trip ";
  const std::string name = "7/1  " + shown + "trip…";
  const std::string letter = work.Run({"letter", "a.ndjson"}).out;
  EXPECT_THAT(letter, HasSubstr("\n- **" + name + "**: The outing is by boat"));
  EXPECT_LT(letter.size(), 1000u);
  work.Run({"screen", "-o", "reply.xlsx", "a.ndjson"});
  const std::string book = work.Read("reply.xlsx");
  EXPECT_THAT(Cells(book), HasSubstr("'" + name + " "));
  EXPECT_THAT(Cells(book, 1), HasSubstr(title + "by ferry"));
}

TEST(RecordNames, AreCutInAListOfWhatBelongs) {
  const Workplace work;
  work.Write("a.ndjson", R"({"id":")" + std::string(500, 'x') +
                             R"(","club":7,"title":"Zoo","cost":1,)"
                             R"("target":"members"})");
  EXPECT_THAT(work.Run({"letter", "a.ndjson"}).out,
              HasSubstr("\n- 7/" + std::string(96, 'x') + "…  Zoo\n"));
}

}  // namespace
}  // namespace sigte

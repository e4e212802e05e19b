// SPDX-License-Identifier: MPL-2.0

// `sigte review`: the queue as a workbook, filled in and read back.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/app/report_parts.h"
#include "tests/app/ruling_files.h"
#include "tests/read/package_builder.h"

namespace sigte {
namespace {

const std::string kFour = "rulings/r-7-4-by_members-1.yaml";
const std::string kThree = "rulings/r-7-3-by_members-1.yaml";
const std::string kSheet = "xl/worksheets/sheet1.xml";

// What is typed into cells: {"K4", "Yes"}. Row 4 is about 7/4, row 5 about 7/3;
// K to O are answer, reason, text, body and role, P to T the hidden keys.
using Typed = std::vector<std::pair<std::string, std::string>>;

std::string Escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    if (c == '<') out += "&lt;";
    if (c != '&' && c != '<') out += c;
  }
  return out;
}

// The cell's element in `xml`: its place and length.
std::pair<std::size_t, std::size_t> CellIn(const std::string& xml,
                                           const std::string& cell) {
  const std::size_t at = xml.find("<c r=\"" + cell + "\"");
  EXPECT_NE(at, xml.npos) << cell;
  const std::size_t head = xml.find('>', at);
  const bool blank = xml[head - 1] == '/';
  const std::size_t end = blank ? head + 1 : xml.find("</c>", at) + 4;
  return {at, end - at};
}

void SetCell(const std::string& cell, const std::string& type,
             const std::string& inside, std::string* xml) {
  const auto [at, size] = CellIn(*xml, cell);
  xml->replace(at, size,
               "<c r=\"" + cell + "\" t=\"" + type + "\">" + inside + "</c>");
}

std::string& SheetOf(Parts* parts) {
  for (auto& [name, text] : *parts) {
    if (name == kSheet) return text;
  }
  ADD_FAILURE() << "no " << kSheet;
  return parts->front().second;
}

// As Excel keeps a text that it was given.
void Type(const Typed& typed, Parts* parts) {
  for (const auto& [cell, text] : typed) {
    SetCell(cell, "inlineStr", "<is><t>" + Escaped(text) + "</t></is>",
            &SheetOf(parts));
  }
}

class ReviewSheet : public testing::Test {
 protected:
  ReviewSheet() { work_.Write("a.json", kOutings); }

  ProgramRun Review(std::vector<std::string> more,
                    const std::string& input = "") const {
    std::vector<std::string> arguments = {"review", "--today", "2026-11-25",
                                          "a.json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return work_.Run(arguments, input);
  }

  Parts List(std::vector<std::string> more = {}) const {
    more.insert(more.end(), {"--list", "-o", "queue.xlsx"});
    const ProgramRun run = Review(more);
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(run.out, "");
    return PartsOf(work_.Read("queue.xlsx"));
  }

  ProgramRun Import(const Parts& parts,
                    std::vector<std::string> more = {}) const {
    work_.Write("queue.xlsx", ZipOf(parts));
    more.insert(more.end(), {"--import", "queue.xlsx"});
    return Review(more);
  }

  // Lists, fills in, reads back.
  ProgramRun Fill(const Typed& typed,
                  std::vector<std::string> more = {}) const {
    Parts parts = List();
    Type(typed, &parts);
    return Import(parts, std::move(more));
  }

  Workplace work_;
};

const Typed kWhole = {{"K4", "Yes"},
                      {"L4", "Looked into"},
                      {"M4", "Asked the club"},
                      {"N4", "The board"},
                      {"O4", "chair"}};

Typed With(Typed typed, const std::string& cell, const std::string& text) {
  for (auto& [known, old] : typed) {
    if (known == cell) old = text;
  }
  return typed;
}

TEST_F(ReviewSheet, BecomesARulingThatWaitsForASecondBody) {
  const ProgramRun run = Fill(kWhole);
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.err, "written: 1; approved: 0; skipped: 0; left: 1\n");
  EXPECT_EQ(run.out,
            "{\"record\":\"7/4\",\"rule\":\"by_members\",\"answer\":\"yes\","
            "\"ruling\":\"r-7-4-by_members-1\",\"file\":\"" +
                kFour + "\"}\n");
  EXPECT_FALSE(work_.Has(kThree));
  const std::string ruling = work_.Read(kFour);
  EXPECT_EQ(LineOf(ruling, "reason"), "reason: seen");
  EXPECT_EQ(LineOf(ruling, "text"), "text: \"Asked the club\"");
  EXPECT_EQ(LineOf(ruling, "by"), "by: {body: board, role: \"chair\"}");
  EXPECT_EQ(LineOf(ruling, "evidence"),
            "evidence: \"" + std::string(kNoTarget) + "\"");
  const ProgramRun check = work_.Run(
      {"rulings", "check", "--today", "2026-11-25", "rulings", "a.json"});
  EXPECT_NE((check.out + check.err)
                .find("the ruling 'r-7-4-by_members-1' waits to be approved"),
            std::string::npos)
      << check.out << check.err;
}

TEST_F(ReviewSheet, IsApprovedTheSameWay) {
  Fill(kWhole);
  Parts parts = List({"--approve"});
  EXPECT_NE(SheetOf(&parts).find("Proposal"), std::string::npos);
  // The proposal stands before the columns, so the inputs are one further.
  Type({{"L4", "yes"}, {"O4", "audit"}, {"P4", "head"}}, &parts);
  const ProgramRun run = Import(parts, {"--approve"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.err, "written: 0; approved: 1; skipped: 0; left: 0\n");
  EXPECT_EQ(LineOf(work_.Read(kFour), "approved"),
            "approved: {body: audit, role: \"head\", date: 2026-11-25}");
}

TEST_F(ReviewSheet, IsTheSameBytesEachTime) {
  List();
  const std::string first = work_.Read("queue.xlsx");
  List();
  EXPECT_EQ(work_.Read("queue.xlsx"), first);
  const ProgramRun piped = Review({"--list", "--format", "xlsx"});
  EXPECT_EQ(piped.out, first);
}

TEST_F(ReviewSheet, SaysWhatARowIsAboutAndLocksAllButTheAnswers) {
  Parts parts = List();
  const std::string& xml = SheetOf(&parts);
  for (const char* words :
       {"Theatre", "I1 For members", "Whom is the outing for?",
        "yes (the rule holds)", "For: no answer", "_evidence", kNoTarget}) {
    EXPECT_NE(xml.find(words), xml.npos) << words;
  }
  EXPECT_NE(xml.find("<sheetProtection"), xml.npos);
  EXPECT_NE(xml.find("state=\"frozen\""), xml.npos);
  EXPECT_NE(xml.find("<formula1>list_reason</formula1>"), xml.npos);
  EXPECT_NE(xml.find("hidden=\"1\""), xml.npos);
}

// It lies beside the submissions, and has their headings.
TEST_F(ReviewSheet, IsNotTakenForASubmission) {
  List();
  const ProgramRun alone =
      work_.Run({"screen", "-q", "--format", "ndjson", "a.json"});
  const ProgramRun beside =
      work_.Run({"screen", "-q", "--format", "ndjson", "."});
  EXPECT_EQ(beside.code, alone.code);
  EXPECT_EQ(std::ranges::count(beside.out, '\n'),
            std::ranges::count(alone.out, '\n'));
  EXPECT_NE(
      beside.err.find("queue.xlsx:1:1: note: the workbook is a queue of 'sigte "
                      "review', no submission; it was not screened [D372 "
                      "review-queue]"),
      std::string::npos)
      << beside.err;
}

TEST_F(ReviewSheet, LeavesRowsWithoutAnAnswer) {
  const ProgramRun run = Fill({{"L4", "Looked into"}, {"M5", "Thinking"}});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err,
            "queue.xlsx: Queue!K5 (Answer): note: the row has an explanation "
            "but no answer, and stays in the queue [A636 text-without-answer]\n"
            "      = help: choose Yes or No on the row\n"
            "      = more: sigte explain A636\n"
            "written: 0; approved: 0; skipped: 0; left: 2\n");
  EXPECT_FALSE(work_.Has("rulings"));
}

TEST_F(ReviewSheet, NamesTheCellsThatAnAnswerLacksAndWritesNothingOfIt) {
  const ProgramRun run = Fill({{"K4", "no"}, {"L4", "told"}, {"M4", " "}});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.err,
            "queue.xlsx: Queue!M4 (Explanation in words): error: the answer "
            "lacks 'Explanation in words' [A609 answer-lacks]\n"
            "      = help: add what is missing, or name --body and --role\n"
            "      = more: sigte explain A609\n"
            "queue.xlsx: Queue!N4 (Body): error: the answer lacks 'Body' [A609 "
            "answer-lacks]\n"
            "queue.xlsx: Queue!O4 (Role (no name)): error: the answer lacks "
            "'Role (no name)' [A609 answer-lacks]\n"
            "written: 0; approved: 0; skipped: 0; left: 2\n");
  EXPECT_FALSE(work_.Has("rulings"));
}

TEST_F(ReviewSheet, TakesBodyAndRoleFromTheCommandLineWhereTheyAreBlank) {
  const ProgramRun run = Fill({{"K4", "no"}, {"L4", "told"}, {"M4", "Said so"}},
                              {"--body", "board", "--role", "chair"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(LineOf(work_.Read(kFour), "by"),
            "by: {body: board, role: \"chair\"}");
}

TEST_F(ReviewSheet, ReadsCodesTitlesAndBothLanguagesWhateverTheirCase) {
  const ProgramRun run = Fill({{"K4", "  JA "},
                               {"L4", "set  EFTER"},
                               {"M4", "x"},
                               {"N4", "BESTYRELSEN"},
                               {"O4", "chair"},
                               {"K5", "nej"},
                               {"L5", "told"},
                               {"M5", "y"},
                               {"N5", "board"},
                               {"O5", "chair"}});
  EXPECT_EQ(run.err, "written: 2; approved: 0; skipped: 0; left: 0\n");
  EXPECT_EQ(LineOf(work_.Read(kFour), "reason"), "reason: seen");
  EXPECT_EQ(LineOf(work_.Read(kThree), "answer"), "answer: false");
}

TEST_F(ReviewSheet, OffersTheNearestWord) {
  const auto said = [&](const std::string& cell, const std::string& word) {
    const ProgramRun run = Fill(With(kWhole, cell, word));
    EXPECT_EQ(run.code, 1) << cell;
    EXPECT_FALSE(work_.Has("rulings")) << cell;
    return run.err.substr(0, run.err.find('\n'));
  };
  EXPECT_EQ(said("K4", "Yess"),
            "queue.xlsx: Queue!K4 (Answer): error: 'Yess' is no answer; did "
            "you mean 'Yes'? [A634 sheet-answer]");
  EXPECT_EQ(said("L4", "Looked in"),
            "queue.xlsx: Queue!L4 (Reason): error: the reason 'Looked in' is "
            "not in the ruleset's list; did you mean 'Looked into'? [A611 "
            "answer-reason]");
  EXPECT_EQ(said("N4", "The bord"),
            "queue.xlsx: Queue!N4 (Body): error: 'The bord' is not among the "
            "bodies that may rule; did you mean 'The board'? [A612 "
            "answer-body]");
}

TEST_F(ReviewSheet, RefusesAnswersOnOtherFacts) {
  Parts parts = List();
  Type(kWhole, &parts);
  Type({{"S4", "sha256:00"}}, &parts);
  const ProgramRun run = Import(parts);
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.err, "queue.xlsx"),
            "queue.xlsx: Queue!K4 (Answer): error: the answer about 7/4 I1 was "
            "given on other facts than those that stand there now [A610 "
            "answer-stale]");
  EXPECT_FALSE(work_.Has("rulings"));
}

TEST_F(ReviewSheet, DoesNotMixUpRowsWhoseHiddenCellsStayedBehind) {
  Parts parts = List();
  Type(kWhole, &parts);
  Type({{"Q4", "3"}}, &parts);
  const ProgramRun run = Import(parts);
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.err.find("are about different questions [A633 row-mixed-up]"),
            run.err.npos)
      << run.err;
  Type({{"Q4", ""}}, &parts);
  EXPECT_NE(Import(parts).err.find("[A632 row-without-key]"), run.err.npos);
  EXPECT_FALSE(work_.Has("rulings"));
}

TEST_F(ReviewSheet, IsToldByItsContentAndReadFromAPipe) {
  Parts parts = List();
  Type(kWhole, &parts);
  work_.Write("answers.txt", ZipOf(parts));
  EXPECT_EQ(Review({"--import", "answers.txt"}).code, 0);
  EXPECT_TRUE(work_.Has(kFour));
  const ProgramRun piped = Review({}, ZipOf(parts));
  EXPECT_EQ(piped.code, 0);
  EXPECT_EQ(LineOf(piped.err, "<stdin>"),
            "<stdin>: Queue!K4 (Answer): note: 7/4 by_members has been ruled "
            "on already: 'Yes' in 'r-7-4-by_members-1' of The board [A618 "
            "answered-already]");
}

// Two bodies fill in the same queue.
TEST_F(ReviewSheet, TellsOfTheContraryAnswerOfASecondBody) {
  Parts parts = List();
  Type(kWhole, &parts);
  EXPECT_EQ(Import(parts).code, 0);
  Type({{"K4", "No"}, {"N4", "The auditors"}}, &parts);
  const ProgramRun run = Import(parts);
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.err, "queue.xlsx"),
            "queue.xlsx: Queue!K4 (Answer): error: 7/4 by_members is answered "
            "with 'No', but The board proposes 'Yes' in 'r-7-4-by_members-1'; "
            "the answer was not kept [A641 contrary-proposal]");
  EXPECT_EQ(Import(parts, {"--independent", "--body", "audit"}).code, 0);
  EXPECT_TRUE(work_.Has("rulings/r-7-4-by_members-2.yaml"));
}

// Excel's "save as" leaves the hidden columns, and marks where letters were.
TEST_F(ReviewSheet, SaysOfAQueueSavedAsCsvToSaveItAsAWorkbook) {
  work_.Write("queue.csv",
              "Til afg\xF8relse,,\nClub,Number,Answer,_group,_id,_rule,"
              "_evidence,_ruling\n7,4,Yes,7,4,by_members,sha256:00,\n");
  const ProgramRun run = Review({"--import", "queue.csv"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err,
            "queue.csv: error: the file is a queue of 'sigte review', saved as "
            "CSV; it was not read [A646 queue-as-text]\n"
            "      = help: open it in Excel, and save it as .xlsx\n"
            "      = more: sigte explain A646\n");
  const ProgramRun beside =
      work_.Run({"screen", "-q", "--format", "ndjson", "."});
  EXPECT_EQ(std::ranges::count(beside.out, '\n'), 4) << beside.out;
  EXPECT_NE(
      beside.err.find("queue.csv:1:1: note: the file is a queue of 'sigte "
                      "review', saved as CSV; it was not read [A646"),
      std::string::npos)
      << beside.err;
}

TEST_F(ReviewSheet, RefusesWhatIsNoQueue) {
  work_.Write("other.xlsx", WorkbookParts("<row r=\"1\"><c r=\"A1\"><v>1</v>"
                                          "</c></row>")
                                .Zip());
  const ProgramRun other = Review({"--import", "other.xlsx"});
  EXPECT_EQ(other.code, 2);
  EXPECT_EQ(LineOf(other.err, "other.xlsx"),
            "other.xlsx: error: the workbook is no queue of 'sigte review' "
            "[A631 not-a-queue]");
  Parts parts = List();
  std::string cut = ZipOf(parts);
  work_.Write("cut.xlsx", cut.substr(0, cut.size() / 2));
  EXPECT_EQ(Review({"--import", "cut.xlsx"}).code, 2);
  work_.Write("old.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more");
  EXPECT_EQ(Review({"--import", "old.xlsx"}).code, 2);
  EXPECT_FALSE(work_.Has("rulings"));
}

// Another program's way: shared strings, rows in another order, columns moved
// and left out, one blank line and a sheet before it.
TEST_F(ReviewSheet, IsReadWhereverItsRowsAndColumnsWent) {
  const std::vector<std::string> strings = {
      "<t>_evidence</t>",
      "<t>Svar</t>",
      "<t>_id</t>",
      "<t>Begrundelse</t>",
      "<t>_rule</t>",
      "<t>_group</t>",
      "<t>Forklaring i ord</t>",
      std::string("<t>") + kNoTarget + "</t>",
      "<r><t>N</t></r><r><t>ej</t></r>",
      "<t>told</t>",
      "<t>by_members</t>"};
  const auto row = [](int number, const std::vector<int>& cells) {
    std::string xml = "<row r=\"" + std::to_string(number) + "\">";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i] < 0) continue;
      xml += std::string("<c r=\"") + static_cast<char>('A' + i) +
             std::to_string(number) + "\" t=\"s\"><v>" +
             std::to_string(cells[i]) + "</v></c>";
    }
    return xml;
  };
  const std::string numbers =
      "<c r=\"H9\"><v>3</v></c><c r=\"I9\"><v>7</v></c>"
      "<c r=\"J9\"><v>2026</v></c></row>";
  const std::string rows = row(5, {0, 1, -1, 3, 4, -1, -1, 2, 5, 6}) +
                           "</row>" + row(7, {7, -1, -1, -1, 10}) + "</row>" +
                           row(9, {7, 8, -1, 9, 10}) + numbers;
  work_.Write("queue.xlsx", WorkbookParts(rows).Strings(strings).Zip());
  const ProgramRun run =
      Review({"--import", "queue.xlsx", "--body", "board", "--role", "chair"});
  EXPECT_EQ(run.err, "written: 1; approved: 0; skipped: 0; left: 1\n");
  EXPECT_EQ(LineOf(work_.Read(kThree), "text"), "text: \"2026\"");
  EXPECT_EQ(LineOf(work_.Read(kThree), "answer"), "answer: false");
}

TEST_F(ReviewSheet, TakesNoErrorsOfFormulasForAnswers) {
  Parts parts = List();
  Type(kWhole, &parts);
  SetCell("L4", "e", "<v>#N/A</v>", &SheetOf(&parts));
  const ProgramRun run = Import(parts);
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(LineOf(run.err, "queue.xlsx"),
            "queue.xlsx: Queue!L4 (Reason): error: the cell has no value, only "
            "'#N/A' [A635 bad-cell]");
}

TEST_F(ReviewSheet, KeepsFormulasOfSubmittersFromBecomingOnes) {
  std::string outings = kOutings;
  outings.replace(outings.find("Theatre"), 7, "=1+1");
  outings.replace(outings.find("\"4\""), 3, "\"=4\"");
  work_.Write("a.json", outings);
  Parts parts = List();
  EXPECT_NE(SheetOf(&parts).find("'=1+1"), std::string::npos);
  EXPECT_EQ(SheetOf(&parts).find("<f>"), std::string::npos);
  EXPECT_EQ(SheetOf(&parts).find("<t>="), std::string::npos);
  Type(kWhole, &parts);
  const ProgramRun run = Import(parts);
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(LineOf(work_.Read(kFour), "record"),
            "record: {club: 7, id: \"=4\"}");
}

TEST_F(ReviewSheet, WritesOverNoSubmissionAndOnlyAsAList) {
  const ProgramRun over =
      Review({"--list", "--format", "xlsx", "-o", "a.json"});
  EXPECT_EQ(over.code, 2);
  EXPECT_EQ(work_.Read("a.json"), kOutings);
  EXPECT_EQ(Review({"-o", "queue.xlsx"}).code, 2);
  EXPECT_FALSE(work_.Has("queue.xlsx"));
}

}  // namespace
}  // namespace sigte

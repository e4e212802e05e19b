// SPDX-License-Identifier: MPL-2.0

// `sigte review`: what the queue is as a workbook, and where it is read.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/app/review_sheet.h"

namespace sigte {
namespace {

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

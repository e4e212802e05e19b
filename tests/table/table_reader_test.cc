// SPDX-License-Identifier: MPL-2.0

// CSV files as the lines that they stand for.

#include "engine/table/table_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "tests/read/package_builder.h"
#include "tests/table/table_file.h"
#include "tests/table/table_testing.h"

namespace sigte {
namespace {

TEST(TableReader, WritesARowAsTheLineItStandsFor) {
  EXPECT_EQ(
      LinesOfCsv("Id;Kommune;Felt 4;Område;Felt 2\n"
                 "7;Egedal;1) tilskud fra staten, kommunen;Social;12\n"),
      "{\"id\":\"7\",\"municipality\":240,\"financing\":[\"state\","
      "\"municipal\"],\"area\":\"social\",\"gross_expenditure_tdkk\":12}\n");
}

TEST(TableReader, ReadsEverySeparator) {
  const std::string line = "{\"id\":\"1\",\"title\":\"a\",\"content\":\"b\"}\n";
  EXPECT_EQ(LinesOfCsv("Id;Initiativ;Indhold\n1;a;b\n"), line);
  EXPECT_EQ(LinesOfCsv("Id,Initiativ,Indhold\n1,a,b\n"), line);
  EXPECT_EQ(LinesOfCsv("Id\tInitiativ\tIndhold\n1\ta\tb\n"), line);
  EXPECT_EQ(LinesOfCsv("sep=|\nId|Initiativ|Indhold\n1|a|b\n"), line);
  // More of another sign in the texts does not matter.
  EXPECT_EQ(LinesOfCsv("Id;Initiativ;Indhold\n1;a;\"x,y,z,v,w,q\"\n"),
            "{\"id\":\"1\",\"title\":\"a\",\"content\":\"x,y,z,v,w,q\"}\n");
}

// Saved as CSV by a spreadsheet: the column of gaps is empty where nobody has
// written, and the numbers stand in every row.
TEST(TableReader, ReadsTheTemplatesSheetAsTheWorkbookIsRead) {
  const std::string line =
      "{\"id\":\"2\",\"title\":\"b\",\"municipality\":240}\n";
  for (const char* gaps : {"Mangler", "Missing", "MANGLER"}) {
    EXPECT_EQ(LinesOfCsv("Kommune;Egedal;\n;;\nId;Initiativ;" +
                         std::string(gaps) + "\n1;;\n2;b;Område\n3;;\n"),
              line);
  }
  // A number that nobody's template gave is an answer.
  EXPECT_EQ(LinesOfCsv("Id;Initiativ;Mangler\nA7;;\n01;;\n"),
            "{\"id\":\"A7\"}\n{\"id\":\"01\"}\n");
  EXPECT_EQ(LinesOfCsv("Id;Initiativ\n1;\n"), "{\"id\":\"1\"}\n");
}

// Of a reply the rows are records, whatever is left of them.
TEST(TableReader, ReadsARepliesSheetWithItsOwnColumns) {
  EXPECT_EQ(CsvInWords("Kommune;Egedal\nId;Område;Initiativ;Bruttoudgifter;"
                       "Målgruppe;Indhold;Mangler;Afgørelse;Bemærkninger\n"
                       "1;;;;;;;ugyldig;intet svar\n"),
            std::string(kAssumed) +
                "3 {\"id\":\"1\",\"content\":\"\",\"municipality\":240}\n");
  // Somebody's own remarks are no column of ours.
  EXPECT_NE(CsvInWords("Id;Initiativ;Bemærkninger\n1;a;b\n").find("D341"),
            std::string::npos);
}

// Names of fields are a schema's, which may call them what it likes.
TEST(TableReader, WritesTheNamesOfFieldsAsJsonDoes) {
  Layout layout;
  for (const char* name : {"a \"b\" \\", "c"}) {
    Field field;
    field.name = name;
    layout.Add(std::move(field));
  }
  const Redaction nothing;
  const TableSetup setup(layout, Language{}, nothing);
  const BytesFile file("\"a \"\"b\"\" \\\";c\n1;2\n");
  std::optional<TableRemark> fault;
  const auto table = OpenCsv(file.fd(), setup, &fault);
  ASSERT_NE(table, nullptr);
  std::string lines;
  TableBlock block;
  table->Next(100, &lines, &block);
  EXPECT_EQ(lines, R"({"a \"b\" \\":"1","c":"2"})"
                   "\n");
}

TEST(TableReader, RefusesWhatIsNoText) {
  EXPECT_EQ(CsvInWords(std::string("I\0d\0;\0I\0", 8)),
            "refused: error D314 the file is neither a text nor a workbook "
            "that can be read\n");
}

/// What is told of a file's rows, without their lines.
std::string FindingsIn(const std::string& bytes) {
  const std::string words = CsvInWords(bytes);
  std::string found;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = words.find('\n', at) + 1;
    if (words[at] == ' ') found += words.substr(at, end - at);
    at = end;
  }
  return found;
}

constexpr const char* kNoLetters =
    " error D390 the cell has bytes that are no letters in the file's "
    "character set\n";

// Read with other letters in their place, such a file gave other verdicts, and
// refused as a whole it gave none.
TEST(TableReader, TellsCellsThatAreNotInTheFilesEncoding) {
  for (const char* mark : {"\xEF\xBB\xBF", ""}) {
    const std::string heading = mark + std::string(kHeading) + "\n";
    const std::string row = ";240;social;K\u00F8kken;5;a;x\n";
    EXPECT_EQ(
        CsvInWords(heading + "1" + row + "2;240;social;K\u00F8k \xF8;5;a;x\n"),
        std::string(kAssumed) +
            "2 {\"id\":\"1\",\"municipality\":240,\"area\":\"social\","
            "\"title\":\"K\u00F8kken\",\"gross_expenditure_tdkk\":5,"
            "\"primary_target\":\"a\",\"content\":\"x\"}\n"
            "3 {\"id\":\"2\",\"municipality\":240,\"area\":\"social\","
            "\"title\":\"K\u00F8k \uFFFD\",\"gross_expenditure_tdkk\":5,"
            "\"primary_target\":\"a\",\"content\":\"x\"}\n"
            "  3:18" +
            kNoLetters);
    EXPECT_EQ(FindingsIn(heading + "1" + row + "2;240;social;a;5;a;\xC3"),
              std::string("  3:20") + kNoLetters);
    // Behind much that is right, across the pieces that a file is read in.
    std::string rows;
    while (rows.size() < 200'000) rows += "1" + row;
    EXPECT_EQ(FindingsIn(heading + rows + "\xA0" + row + rows),
              "  " + std::to_string(std::ranges::count(rows, '\n') + 2) + ":1" +
                  kNoLetters);
    EXPECT_EQ(FindingsIn(heading + "1;240;social;\uFFFD;5;a;x\n"), "");
  }
}

// Two files one behind the other, in an encoding each.
TEST(TableReader, ReadsWhatItCanOfAFileInTwoEncodings) {
  const std::string heading = std::string(kHeading) + "\n";
  EXPECT_EQ(FindingsIn(heading + "1;240;social;r\u00F8d;5;a;x\n" +
                       "2;240;social;r\xF8"
                       "d;5;a;x\n"),
            std::string("  3:15") + kNoLetters);
  // With a heading each, the same but for its letters.
  const std::string lines = LinesOfCsv(
      "Id;Initiativ;M\u00E5lgruppe\n1;a;b\nId;Initiativ;M\xE5lgruppe\n2;b;b\n");
  EXPECT_EQ(lines.substr(lines.find("{\"id\":\"2\"")),
            "{\"id\":\"2\",\"title\":\"b\",\"primary_target\":\"b\"}\n");
}

TEST(TableReader, TellsCellsOfBrokenUtf16) {
  const auto little = [](std::u16string_view text) {
    std::string bytes = "\xFF\xFE";
    for (const char16_t c : text) {
      bytes += static_cast<char>(c & 0xFF);
      bytes += static_cast<char>(c >> 8);
    }
    return bytes;
  };
  const std::u16string good = u"Id;Initiativ\n1;\xD83D\xDE00";
  EXPECT_EQ(FindingsIn(little(good)), "");
  const std::string told = std::string("  2:4") + kNoLetters;
  EXPECT_EQ(FindingsIn(little(good + u"\xDE00")), told);
  EXPECT_EQ(FindingsIn(little(good + u"\xD83D")), told);
  EXPECT_EQ(FindingsIn(little(good) + "x"), told);
}

TEST(TableReader, TellsACellWithAZeroByte) {
  std::string row = "1;240;social;a#;5;a;x\n";
  row.replace(row.find('#'), 1, 1, '\0');
  EXPECT_EQ(
      FindingsIn(std::string(kHeading) + "\n" + row + "2;240;social;a;5;a;x\n"),
      "  2:15 error D394 the cell has a zero byte, which no text has\n");
}

TEST(TableReader, SaysWhatItAssumed) {
  EXPECT_EQ(CsvInWords("Id;Omr\xE5"
                       "de;Initiativ\n")
                .substr(0, 86),
            "note D316 the file was read as CSV in Windows-1252 with "
            "semicolons between the cells\n1");
  EXPECT_EQ(CsvInWords("\xEF\xBB\xBFId\tInitiativ\n").substr(0, 72),
            "note D315 the file was read as CSV in UTF-8 with tabs between the "
            "cells\n");
}

TEST(TableReader, GoesOnBehindAQuoteThatNothingCloses) {
  EXPECT_EQ(
      CsvInWords(std::string(kHeading) +
                 "\n1;240;social;a;5;a;x\n2;240;social;\"b;5;a;x\n"),
      std::string(kAssumed) +
          "2 {\"id\":\"1\",\"municipality\":240,\"area\":\"social\","
          "\"title\":\"a\",\"gross_expenditure_tdkk\":5,"
          "\"primary_target\":\"a\",\"content\":\"x\"}\n"
          "3 {\"id\":\"2\",\"municipality\":240,\"area\":\"social\","
          "\"title\":\"\\\"b\",\"gross_expenditure_tdkk\":5,"
          "\"primary_target\":\"a\",\"content\":\"x\"}\n"
          "  3:14 error D313 the cell begins with a quotation mark, and none "
          "comes that ends it; the lines behind it are read each for itself\n");
}

}  // namespace
}  // namespace sigte

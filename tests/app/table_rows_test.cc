// SPDX-License-Identifier: MPL-2.0

// What people do to tables before they send them, by the shipped rules.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

constexpr const char* kHead =
    "Id;Kommune;Tilbudsområde;Initiativ;Bruttoudgifter;Bruttoindtægter;"
    "Finansiering;Hjemmel;Primær målgruppe;Indhold;Formål";

/// A record that is in.
std::string RowOf(const std::string& id, const std::string& title,
                  const std::string& financing = "Kommunal") {
  return id + ";Aarhus;Kultur og fritid;" + title + ";900;0;" + financing +
         ";ukendt;b;Frivillige lærer kvinder at cykle;Fællesskab\n";
}

/// The concise lines of `text` as a file a.csv, but for the note of how it was
/// read, with their exit code.
std::string Concise(const std::string& text, const std::string& lang = "en") {
  const Workplace work;
  work.Write("a.csv", text);
  const ProgramRun run =
      work.Run({"screen", "--format", "concise", "--lang", lang, "--rules",
                SIGTE_SOURCE_DIR "/rules/kortlaegning-2022", "a.csv"});
  std::string out;
  for (std::size_t at = 0; at < run.out.size();) {
    const std::size_t end = run.out.find('\n', at) + 1;
    const std::string line = run.out.substr(at, end - at);
    if (line.find("[D315 ") == std::string::npos) out += line;
    at = end;
  }
  return out + std::to_string(run.code);
}

TEST(TableRows, OfTwoListsOneBelowTheOtherAreAllCounted) {
  const std::string head = kHead;
  EXPECT_EQ(Concise(head + "\n" + RowOf("1", "a") + RowOf("2", "b") + head +
                    ";Andel\n" + RowOf("3", "c")),
            "a.csv:4:1: error: Kommune/Id: the row is a heading again, but "
            "another one than that above it, and no record; the rows below it "
            "were read by it [D382 other-heading]\n"
            "Records read: 4 = 3 included + 0 left out + 0 borderline + 1 "
            "invalid\n1");
}

TEST(TableRows, AboveTheHeadingAreCountedAsInvalid) {
  EXPECT_EQ(Concise(RowOf("1", "a") + kHead + "\n" + RowOf("2", "b")),
            "a.csv:1:1: error: 751/1: the row looks like a record, but it "
            "stands above the headings in row 2 [D383 record-above-heading]\n"
            "Records read: 2 = 1 included + 0 left out + 0 borderline + 1 "
            "invalid\n1");
}

TEST(TableRows, OfTotalsAreToldInOneWord) {
  EXPECT_EQ(
      Concise(std::string(kHead) + "\n" + RowOf("1", "a") + "I alt;;;;2.345\n"),
      "a.csv:3:1: error: I alt: the row looks like a total ('I alt' and "
      "numbers only), not like a record [D384 total-row]\n"
      "Records read: 2 = 1 included + 0 left out + 0 borderline + 1 "
      "invalid\n1");
}

// One byte of 900 used to make all of them others, and with them the verdicts.
TEST(TableRows, WithAStrayByteAreInvalidAndNoOthers) {
  EXPECT_EQ(Concise(std::string(kHead) + "\n" + RowOf("1", "Madklub \xF8l") +
                    RowOf("2", "b")),
            "a.csv:2:35: error: 751/1: the cell has bytes that are no letters "
            "in the file's character set (Initiativ) [D390 not-its-encoding]\n"
            "Records read: 2 = 1 included + 0 left out + 0 borderline + 1 "
            "invalid\n1");
}

// Who filled in the cell never saw the value's code.
TEST(TableRows, AreToldOfByTheTitlesOfTheirValues) {
  for (const char* cell :
       {"\"Kommunal; Kommunal\"", "\"Kommunal, Kommunal\""}) {
    EXPECT_EQ(Concise(std::string(kHead) + "\n" + RowOf("1", "a", cell), "da"),
              "a.csv:2:36: fejl: 751/1: nummer 2 i 'Finansiering' er 'Kommunen "
              "finansierer selv', som også er nummer 1 i 'Finansiering' "
              "[D219 repeated-element]\n"
              "Poster læst: 1 = 0 medtagne + 0 udeladte + 0 grænsetilfælde + 1 "
              "ugyldig\n1");
  }
}

// Nor do checks ask for what stands there: K26 asked for the expenditure of
// each row.
TEST(TableRows, AreNotEachToldOfAnUnknownColumn) {
  std::string head = kHead;
  head.replace(head.find("Bruttoudgifter"), 14, "Beløbet");
  EXPECT_EQ(
      Concise(head + "\n" + RowOf("1", "a") + RowOf("2", "b")),
      "a.csv:1:36: error: the heading 'Beløbet' is no field's name; first "
      "below it stands '900'; known: Id, Municipality, Area, "
      "Initiative, Gross expenditure, Gross income, Sources of financing, "
      "Legal basis, … (5 more) [D341 unknown-column]\n"
      "Records read: 2 = 0 included + 0 left out + 0 borderline + 2 "
      "invalid\n1");
}

TEST(TableRows, AreShownWhereAColumnIsMissing) {
  const Workplace work;
  work.Write("a.csv", "Kommune;Initiativ;Målgruppe;Indhold;Område\n");
  EXPECT_NE(work.Run({"screen", "--rules",
                      SIGTE_SOURCE_DIR "/rules/kortlaegning-2022", "a.csv"})
                .out.find("a.csv:1:1: error: the column 'Id' is missing [D343 "
                          "missing-column]\n"
                          "    1 | Kommune;Initiativ;Målgruppe;Indhold;Område\n"
                          "      | "
                          "^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"),
            std::string::npos);
}

TEST(TableRows, OfAPackedFileAreNotLookedFor) {
  const Workplace work;
  for (const char* name : {"a.csv", "a.json", "a.ndjson", "a.gz", "a.xlsx"}) {
    work.Write(name, std::string("\x1F\x8B\x08\0\0\0\0\0\0\3 and more", 19));
    const ProgramRun run = work.Run({"screen", name});
    EXPECT_EQ(run.code, 2);
    EXPECT_NE(run.out.find(name +
                           std::string(":1:1: error: the file is packed (gzip) "
                                       "and must be unpacked before it can be "
                                       "read [D395 packed-file]\n")),
              std::string::npos)
        << run.out;
  }
}

}  // namespace
}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

// Rows that are no records: the heading again, and sums.

#include "engine/table/sum_row.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/table/table_testing.h"

namespace sigte {
namespace {

constexpr const char* kHeading =
    "Id;Kommune;Område;Initiativ;Bruttoudgifter;Primær målgruppe;Indhold";
constexpr const char* kAssumed =
    "note D315 the file was read as CSV in UTF-8 with semicolons between the "
    "cells\n";

TEST(SumRow, KnowsTheHeadingWhereItStandsAgain) {
  EXPECT_EQ(CsvInWords("Kommune;Egedal\n" + std::string(kHeading) +
                       "\nID;kommune;Område;;;;\n")
                .substr(std::string(kAssumed).size()),
            "3 {\"id\":\"ID\",\"municipality\":\"kommune\",\"area\":"
            "\"Område\",\"content\":\"\"}\n"
            "  3:4 error D353 'kommune' is none of the field's values\n"
            "  3:12 error D353 'Område' is none of the field's values\n"
            "  instead 3:1 error D380 the row repeats the headings and is no "
            "record\n");
  for (const char* row : {"Id;240;;;;;", "Id;;;;;;", "Id;Kommune;social;;;;"}) {
    EXPECT_EQ(
        CsvInWords(std::string(kHeading) + "\n" + row + "\n").find("instead"),
        std::string::npos)
        << row;
  }
}

/// Whether the last of these rows (Id;Initiativ;Felt 2;Felt 3) looks like a
/// sum.
bool EndsInASum(const std::string& rows) {
  const std::string told = CsvInWords("Id;Initiativ;Felt 2;Felt 3\n" + rows);
  return told.ends_with(
      " error D381 the row looks like a sum of the rows above it, not like a "
      "record\n");
}

TEST(SumRow, KnowsASumByWhatStandsAbove) {
  EXPECT_TRUE(EndsInASum("1;a;10;5\n2;b;20;\n;I alt;30;5\n"));
  EXPECT_TRUE(EndsInASum("1;a;10;5\n2;b;20,5;\nSum;;30,5;\n"));
  EXPECT_TRUE(EndsInASum("1;a;10;5\n2;b;20;\n;;30;\n"));
  // A second sum is one of the records only.
  EXPECT_TRUE(EndsInASum("1;a;10;\n2;b;20;\n;x;30;\n3;c;5;\n;y;35;\n"));
}

TEST(SumRow, TakesNoRecordForASum) {
  EXPECT_FALSE(EndsInASum("1;a;10;5\n2;b;20;\n3;c;30;5\n"));
  EXPECT_FALSE(EndsInASum("1;a;10;5\n2;b;20;\n;I alt;31;5\n"));
  EXPECT_FALSE(EndsInASum("1;a;10;5\n2;b;20;\n;I alt;30;4\n"));
  EXPECT_FALSE(EndsInASum("1;a;10;\n;I alt;10;\n"));
  EXPECT_FALSE(EndsInASum("1;a;0;\n2;b;0;\n;c;0;\n"));
  EXPECT_FALSE(EndsInASum("1;a;10;\n2;b;20;\n;I alt;;\n"));
}

/// What is told of the last row.
std::string ToldLast(const std::string& rows) {
  const std::string told = CsvInWords(std::string(kHeading) + "\n" + rows);
  const std::size_t at = told.find("  instead ");
  return at == std::string::npos ? "" : told.substr(at);
}

constexpr const char* kTotal = "and numbers only), not like a record\n";

// Whatever it adds up to, and wherever its word stands.
TEST(SumRow, KnowsATotalByItsWord) {
  EXPECT_EQ(ToldLast("1;240;social;a;10;a;x\nI alt;;;;2.345;;\n"),
            "  instead 3:1 error D384 the row looks like a total ('I alt' " +
                std::string(kTotal));
  EXPECT_EQ(ToldLast("1;240;social;a;10;a;x\n;;;Total 2019:;99 t.kr.;;\n"),
            "  instead 3:1 error D384 the row looks like a total ('Total "
            "2019:' " +
                std::string(kTotal));
  EXPECT_EQ(ToldLast(";Egedal;SUM;;99;;\n"),
            "  instead 2:1 error D384 the row looks like a total ('SUM' " +
                std::string(kTotal));
}

TEST(SumRow, TakesNoRecordForATotal) {
  for (const char* row :
       {"1;240;social;Total renovering;10;a;x\n", "I alt;;;;;;\n",
        "I alt;;;a;10;;\n", "Totalvægt;;;;10;;\n", "1;;;;10;;\n"}) {
    EXPECT_EQ(ToldLast(row), "") << row;
  }
}

}  // namespace
}  // namespace sigte

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

}  // namespace
}  // namespace sigte

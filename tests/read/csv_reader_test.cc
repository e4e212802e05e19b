// SPDX-License-Identifier: MPL-2.0

#include "engine/read/csv_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/read/package_builder.h"

namespace sigte {
namespace {

/// What stands before the cell's text.
std::string Mark(const TableCell& cell) {
  const auto flaw = [&](const char* kind) {
    return kind + std::to_string(cell.flaw.begin) + "-" +
           std::to_string(cell.flaw.end) + "'";
  };
  switch (cell.kind) {
    case CellKind::kMisquoted: return "\"";
    case CellKind::kUnclosed: return "!";
    case CellKind::kUndecodable: return flaw("undecodable ");
    case CellKind::kZeroByte: return flaw("zero ");
    default: return "'";
  }
}

/// The cells of `text`, "1:1'a' 1:3'b'|" for each row: line and column of each
/// cell's text; a refusal at the end.
std::string CsvCells(const std::string& text, char separator = ';') {
  const BytesFile file(text);
  CsvReader::Format format;
  EXPECT_TRUE(GuessEncoding(file.fd(), &format.encoding));
  format.separator = separator;
  CsvReader reader(file.fd(), format);
  std::string out;
  TableRow row;
  while (reader.Next(&row)) {
    for (const TableCell& cell : row.cells) {
      out += std::to_string(cell.place.line) + ":" +
             std::to_string(cell.place.column) + Mark(cell) + cell.text + "' ";
    }
    out += "|";
  }
  if (!reader.fault()) return out;
  return out + std::to_string(reader.fault()->row) + ": " +
         Message(Lang::kEn, reader.fault()->issue.message,
                 reader.fault()->issue.args);
}

TEST(CsvReader, ReadsCellsWithTheirPlaces) {
  EXPECT_EQ(CsvCells("a;b\r\nøl;;c\n"), "1:1'a' 1:3'b' |2:1'øl' 2:5'c' |");
}

TEST(CsvReader, TakesAnyOfTheThreeLineBreaks) {
  EXPECT_EQ(CsvCells("a\rb\nc\r\nd"), "1:1'a' |2:1'b' |3:1'c' |4:1'd' |");
}

TEST(CsvReader, ReadsQuotesWithSeparatorsLineBreaksAndQuotesWithin) {
  EXPECT_EQ(CsvCells("\"a;\r\nb\";\"say \"\"yes\"\"\"\nc;d\n"),
            "1:2'a;\nb' 2:5'say \"yes\"' |3:1'c' 3:3'd' |");
}

// The file has one letter more for each than the text.
TEST(CsvReader, RemembersWhichQuotationMarksAreDoubled) {
  const BytesFile file("\"\"\"a\"\" \u00F8\"\"\";b\"\"\n");
  CsvReader reader(file.fd(), {});
  TableRow row;
  ASSERT_TRUE(reader.Next(&row));
  ASSERT_EQ(row.cells.size(), 2U);
  EXPECT_EQ(row.cells[0].text, "\"a\" \u00F8\"");
  EXPECT_EQ(row.cells[0].doubled, (std::vector<std::uint32_t>{0, 2, 6}));
  EXPECT_EQ(row.cells[1].doubled, std::vector<std::uint32_t>{});
}

TEST(CsvReader, RemarksTextBehindAClosingQuote) {
  EXPECT_EQ(CsvCells("\"Café \"Solen\" i byen\";b\n"),
            "1:2\"Café Solen\" i byen\"' 1:23'b' |");
  EXPECT_EQ(CsvCells("\"a\" ;b\n"), "1:2'a' 1:6'b' |");
  EXPECT_EQ(CsvCells("5\" hose;b\n"), "1:1'5\" hose' 1:9'b' |");
}

TEST(CsvReader, LeavesBlankRowsAndBlankCellsOut) {
  EXPECT_EQ(CsvCells("a;b;;\n;;;\n\n  ;\t;\nc\n"), "1:1'a' 1:3'b' |5:1'c' |");
}

TEST(CsvReader, KnowsWhereBlankCellsAre) {
  const BytesFile file("a;;\"b\nc\";\n");
  CsvReader reader(file.fd(), {});
  TableRow row;
  ASSERT_TRUE(reader.Next(&row));
  EXPECT_EQ(reader.width(), 4u);
  EXPECT_EQ(row.places, (std::vector<Place>{{1, 1}, {1, 3}, {1, 4}, {2, 4}}));
}

TEST(CsvReader, PassesOverTheLineThatDeclaresTheSeparator) {
  EXPECT_EQ(CsvCells("sep=,\r\na,b\n", ','), "2:1'a' 2:3'b' |");
  const BytesFile file("sep=|\na|b\n");
  EXPECT_EQ(DeclaredSeparator(file.fd(), {}), '|');
  const BytesFile other("separator;b\n");
  EXPECT_EQ(DeclaredSeparator(other.fd(), {}), '\0');
}

// One mark too many must not make one cell of all that follows.
TEST(CsvReader, EndsACellThatNoQuoteClosesWhereItsLineAllows) {
  EXPECT_EQ(CsvCells("a\nb;\"c;x\nd;e\nf;g"),
            "1:1'a' |2:1'b' 2:3!\"c' 2:6'x' |3:1'd' 3:3'e' |4:1'f' 4:3'g' |");
  EXPECT_EQ(CsvCells("a;\""), "1:1'a' 1:3!\"' |");
  EXPECT_EQ(CsvCells("\"a\"\"\r\nb"), "1:1!\"a\"\"' |2:1'b' |");
  // The next one opens a cell of its own.
  EXPECT_EQ(CsvCells("1;\"a;x\n2;b;y\n3;\"c\";z\n4;d\n"),
            "1:1'1' 1:3!\"a' 1:6'x' |2:1'2' 2:3'b' 2:5'y' |"
            "3:1'3' 3:4'c' 3:7'z' |4:1'4' 4:3'd' |");
  EXPECT_EQ(CsvCells("\"a\nb\" c;d\ne\n"),
            "1:1!\"a' |2:1'b\" c' 2:6'd' |3:1'e' |");
  // Line breaks within a cell are as good as ever.
  EXPECT_EQ(CsvCells("\"a\nb\";c\nd"), "1:2'a\nb' 2:4'c' |3:1'd' |");
}

TEST(CsvReader, EndsSuchACellHoweverMuchFollows) {
  std::string text = "1;\"a\n";
  for (int i = 2; i < 60'000; ++i) text += std::to_string(i) + ";b\n";
  const std::string cells = CsvCells(text);
  EXPECT_EQ(cells.substr(0, 40), "1:1'1' 1:3!\"a' |2:1'2' 2:3'b' |3:1'3' 3:");
  EXPECT_EQ(std::ranges::count(cells, '|'), 59'999);
}

TEST(CsvReader, RefusesMoreThanATableHolds) {
  EXPECT_EQ(CsvCells(std::string(300UL << 10, 'x')),
            "1: a cell may take 256 KiB at most");
  EXPECT_EQ(CsvCells(std::string(20'000, ';')),
            "1: the table has more than 16,384 columns");
  std::string wide;
  for (int i = 0; i < 100; ++i) wide += std::string(200UL << 10, 'x') + ";";
  EXPECT_EQ(CsvCells(wide), "1: a row may take 16 MiB at most");
}

// Of its cell alone, whatever stands around it.
TEST(CsvReader, TellsBytesThatAreNoLetters) {
  const std::string stray = "\xEF\xBF\xBD";
  EXPECT_EQ(CsvCells("\xC3\xB8;a\xFFz\nb;\"c;\xFF\"\nd;e\n"),
            "1:1'\u00F8' 1:3undecodable 1-4'a" + stray +
                "z' |2:1'b' 2:4undecodable 2-5'c;" + stray +
                "' |3:1'd' 3:3'e' |");
  EXPECT_EQ(
      CsvCells(std::string("aaaaaaaaaaaaaaaaaaaaaa;b\0c;\"\0\"\nd\n", 33)),
      "1:1'aaaaaaaaaaaaaaaaaaaaaa' 1:24zero 1-2'b c' 1:29zero 0-1' ' "
      "|2:1'd' |");
  // The same sign, where the file has it.
  EXPECT_EQ(CsvCells("\xC3\xB8;" + stray + "\n"),
            "1:1'\u00F8' 1:3'" + stray + "' |");
  EXPECT_EQ(CsvCells("\xEF\xBB\xBF"
                     "a;\xE5\nb\n"),
            "1:1'a' 1:3undecodable 0-3'" + stray + "' |2:1'b' |");
}

// However the file falls into pieces.
TEST(CsvReader, TellsThemFarDownToo) {
  std::string text;
  for (int i = 0; i < 40'000; ++i) text += "\xC3\xB8;b\n";
  const std::string cells = CsvCells(text + "\xFF;x\n" + text);
  const std::size_t at = cells.find("undecodable");
  EXPECT_EQ(cells.substr(at - 8, 29), "|40001:1undecodable 0-3'\xEF\xBF\xBD' ");
  EXPECT_EQ(cells.find("undecodable", at + 1), std::string::npos);
}

// What one writes by RFC 4180 is what one reads, however it falls into pieces.
TEST(CsvReader, ReadsBackWhatWasWritten) {
  std::mt19937 random(4);
  const std::vector<std::string> letters = {"a",  "b", ";", "\"",
                                            "\n", " ", "ø", ","};
  for (int round = 0; round < 200; ++round) {
    std::string text;
    std::string expected;
    for (int row = 0; row < 40; ++row) {
      text += "x";
      expected += "x|";
      for (int column = 0; column < 5; ++column) {
        std::string cell;
        for (auto n = random() % 30; n > 0 && n < 20; --n) {
          cell += letters[random() % letters.size()];
        }
        std::string quoted;
        for (const char c : cell)
          quoted += c == '"' ? "\"\"" : std::string(1, c);
        text += ";\"" + quoted + "\"";
        if (cell.find_first_not_of(" \n") != std::string::npos) {
          expected += cell + "|";
        }
      }
      text += "\r\n";
    }
    const BytesFile file(text);
    CsvReader::Format format;
    CsvReader reader(file.fd(), format);
    std::string read;
    TableRow row;
    while (reader.Next(&row)) {
      for (const TableCell& cell : row.cells) read += cell.text + "|";
    }
    ASSERT_EQ(read == expected, true) << text;
  }
}

std::string Decoded(const std::string& bytes) {
  const BytesFile file(bytes);
  EncodingGuess guess;
  EXPECT_TRUE(GuessEncoding(file.fd(), &guess));
  TextDecoder decoder(guess.encoding);
  std::string out(EncodingName(guess.encoding));
  out += guess.mark_size > 0 ? "+: " : ": ";
  // A byte at a time: characters are joined over pieces.
  for (std::size_t i = guess.mark_size; i < bytes.size(); ++i) {
    decoder.Decode(bytes.substr(i, 1), false, &out);
  }
  decoder.Decode("", true, &out);
  return out;
}

TEST(TextDecoder, TellsEncodingsApart) {
  EXPECT_EQ(Decoded("plain"), "UTF-8: plain");
  EXPECT_EQ(Decoded("bl\xC3\xA5"), "UTF-8: blå");
  EXPECT_EQ(Decoded("\xEF\xBB\xBF"
                    "bl\xC3\xA5"),
            "UTF-8+: blå");
  EXPECT_EQ(Decoded("bl\xE5 \x96 \x80 5"), "Windows-1252: blå – € 5");
  EXPECT_EQ(Decoded(std::string("\xFF\xFE"
                                "b\0l\0\xE5\0",
                                8)),
            "UTF-16+: blå");
  EXPECT_EQ(Decoded(std::string("\xFE\xFF\0b\0l\0\xE5", 8)), "UTF-16+: blå");
  EXPECT_EQ(Decoded(std::string("\xFF\xFE\x3D\xD8\x00\xDE", 6)), "UTF-16+: 😀");
}

TEST(TextDecoder, PutsAMarkForWhatHasNoMeaning) {
  EXPECT_EQ(Decoded(std::string("\xFF\xFE\x3D\xD8\x41\0\x42", 7)),
            "UTF-16+: \xEF\xBF\xBD"
            "A"
            "\xEF\xBF\xBD");
  EXPECT_EQ(Decoded("\xEF\xBB\xBF"
                    "a\xE5"),
            "UTF-8+: a\xEF\xBF\xBD");
}

TEST(TextDecoder, TellsALateByteOfAnotherEncoding) {
  EXPECT_EQ(Decoded(std::string(200'000, 'a') + "\xE6").substr(0, 13),
            "Windows-1252:");
}

// One stray byte is no reason to read all other letters otherwise.
TEST(TextDecoder, KeepsToUtf8ForAFewStrayBytes) {
  EXPECT_EQ(Decoded("bl\xC3\xA5 \xFF r\xC3\xB8"), "UTF-8: blå \xEF\xBF\xBD rø");
  EXPECT_EQ(Decoded(std::string(200'000, '\xFF').replace(0, 2, "\xC3\xA5"))
                .substr(0, 13),
            "Windows-1252:");
  // "Å”" in capitals looks like a letter of UTF-8.
  EXPECT_EQ(Decoded("\xC5\x94 bl\xE5 r\xF8 g\xE5 s\xE6 t\xE5"),
            "Windows-1252: Å” blå rø gå sæ tå");
}

bool IsBinary(const std::string& bytes) {
  const BytesFile file(bytes);
  EncodingGuess guess;
  EXPECT_TRUE(GuessEncoding(file.fd(), &guess));
  return guess.is_binary;
}

TEST(TextDecoder, TellsATextWithAZeroByteFromWhatIsNone) {
  EXPECT_TRUE(IsBinary(std::string("a\0b\0", 4)));
  EXPECT_TRUE(IsBinary(std::string("\0\1\2\3\4", 5) + std::string(70, 'a')));
  EXPECT_FALSE(IsBinary(std::string("a\0b", 3)));
  EXPECT_FALSE(IsBinary("\1\2\3"));
  EXPECT_FALSE(IsBinary(std::string("\0\0", 2) + std::string(70, 'a')));
}

}  // namespace
}  // namespace sigte

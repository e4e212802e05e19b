// SPDX-License-Identifier: MPL-2.0

#include "engine/read/line_reader.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>

#include "engine/read/json_reader.h"
#include "gtest/gtest.h"

namespace sigte {
namespace {

/// A file with `text` in it, open at its beginning.
class TextFile {
 public:
  explicit TextFile(const std::string& text) : file_(std::tmpfile()) {
    std::fwrite(text.data(), 1, text.size(), file_);
    std::rewind(file_);
  }
  TextFile(const TextFile&) = delete;
  TextFile& operator=(const TextFile&) = delete;
  ~TextFile() { std::fclose(file_); }
  int fd() const { return fileno(file_); }

 private:
  std::FILE* file_;
};

/// The blocks of `text` as "first line:bytes|", too long lines as "line!|".
std::string Blocks(const std::string& text, std::size_t block_size,
                   std::size_t max_line) {
  const TextFile file(text);
  LineReader reader(file.fd(), block_size, max_line);
  LineBlock block;
  std::string out;
  for (std::uint64_t sequence = 0;; ++sequence) {
    const auto result = reader.Next(&block);
    if (result == LineReader::Result::kEnd) break;
    EXPECT_EQ(block.sequence, sequence);
    EXPECT_GE(block.bytes.size(), block.size + kReadPadding);
    out += std::to_string(block.first_line);
    if (result == LineReader::Result::kLineTooLong) {
      out += "!|";
    } else {
      EXPECT_EQ(result, LineReader::Result::kBlock)
          << reader.error().In(Lang::kEn);
      out += ":" + std::string(block.text()) + "|";
    }
  }
  EXPECT_EQ(reader.bytes_read(), text.size());
  return out;
}

TEST(LineReader, CutsAStreamIntoBlocksOfWholeLines) {
  EXPECT_EQ(Blocks("one\ntwo\nthree\n", 8, 100), "1:one\ntwo\n|3:three\n|");
  EXPECT_EQ(Blocks("one\ntwo\nthree\n", 6, 100), "1:one\n|2:two\n|3:three\n|");
  EXPECT_EQ(Blocks("one\ntwo", 100, 100), "1:one\ntwo|");
  EXPECT_EQ(Blocks("", 8, 100), "");
  EXPECT_EQ(Blocks("\n\n", 8, 100), "1:\n\n|");
}

TEST(LineReader, MakesALongerBlockForALongerLine) {
  EXPECT_EQ(Blocks("a\n1234567890123\nb\n", 5, 100),
            "1:a\n|2:1234567890123\n|3:b\n|");
  EXPECT_EQ(Blocks("1234567890123", 5, 100), "1:1234567890123|");
}

TEST(LineReader, SkipsLinesThatAreTooLong) {
  EXPECT_EQ(Blocks("a\n12345678901\nb\n", 5, 10), "1:a\n|2!|3:b\n|");
  EXPECT_EQ(Blocks("a\n1234567890\nb\n", 5, 10), "1:a\n|2:1234567890\nb\n|");
  EXPECT_EQ(Blocks(std::string(1000, 'x'), 5, 10), "1!|");
  EXPECT_EQ(Blocks(std::string(1000, 'x') + "\n", 5, 10), "1!|");
}

TEST(LineReader, DropsAByteOrderMarkAtTheBeginningOnly) {
  EXPECT_EQ(Blocks("\xEF\xBB\xBF"
                   "a\n\xEF\xBB\xBF"
                   "b\n",
                   100, 100),
            "1:a\n\xEF\xBB\xBF"
            "b\n|");
  EXPECT_EQ(Blocks("\xEF\xBB\xBF", 100, 100), "");
}

TEST(LineReader, PassesAnyByteThrough) {
  const std::string text("a\0\xFF\r\nb\n", 8);
  EXPECT_EQ(Blocks(text, 100, 100), "1:" + text + "|");
}

// As old Macs end lines. The bytes are as many as before.
TEST(LineReader, TakesAReturnAloneForALineBreak) {
  for (const std::size_t block : {5U, 6U, 7U, 8U, 9U, 100U}) {
    const TextFile file("{1}\r{2}\r\r{3}\r");
    LineReader reader(file.fd(), block, 100);
    LineBlock lines;
    std::string together;
    while (reader.Next(&lines) == LineReader::Result::kBlock) {
      together += lines.text();
    }
    EXPECT_EQ(together, "{1}\n{2}\n\n{3}\n") << block;
  }
  EXPECT_EQ(Blocks("{1}\r{2}\r{3}", 100, 100), "1:{1}\n{2}\n{3}|");
  EXPECT_EQ(Blocks("{1}\r{2}\n{3}\r\n", 100, 100), "1:{1}\n{2}\n{3}\r\n|");
  EXPECT_EQ(Blocks("{1}\r{2}\r{3}\r", 5, 100), "1:{1}\n|2:{2}\n|3:{3}\n|");
  EXPECT_EQ(Blocks("{12345678901}\r{2}\r", 5, 10), "1!|2:{2}\n|");
}

// JSON has it for a blank, or for a fault within a string, which is told as
// one.
TEST(LineReader, LeavesAReturnElsewhere) {
  for (const char* text :
       {"{1,\r2}\n", "{1}\n{2,\r3}\n", "{\"a\rb\"}\n", "{1}\r\n{2}\r\n",
        "{1}\r\r\n{2}\r\r\n", "{1}\n{2}\r\r\n"}) {
    EXPECT_EQ(Blocks(text, 100, 100), "1:" + std::string(text) + "|");
  }
  EXPECT_EQ(Blocks("{1}\n{2}\r{3}\n", 100, 100), "1:{1}\n{2}\n{3}\n|");
}

TEST(LineReader, TellsWhyItCannotRead) {
  LineReader reader(-1);
  LineBlock block;
  EXPECT_EQ(reader.Next(&block), LineReader::Result::kError);
  EXPECT_EQ(reader.error().In(Lang::kEn), "it is not open");
}

// Whatever the sizes, the blocks put together are the text.
TEST(LineReader, LosesNothing) {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    const std::size_t size = random() % 300;
    while (text.size() < size) text += random() % 6 == 0 ? '\n' : 'x';
    const TextFile file(text);
    LineReader reader(file.fd(), 1 + random() % 64, 1000);
    LineBlock block;
    std::string together;
    std::size_t line = 1;
    while (reader.Next(&block) == LineReader::Result::kBlock) {
      ASSERT_EQ(block.first_line, line);
      for (const char c : block.text()) line += c == '\n' ? 1 : 0;
      together += block.text();
    }
    ASSERT_EQ(together, text);
  }
}

/// Seconds, the least of three.
double TimeToRead(const std::string& text) {
  double least = 1e9;
  for (int round = 0; round < 3; ++round) {
    const TextFile file(text);
    const auto begin = std::chrono::steady_clock::now();
    LineReader reader(file.fd(), 64 * 1024, text.size());
    LineBlock block;
    while (reader.Next(&block) == LineReader::Result::kBlock) {
    }
    const std::chrono::duration<double> time =
        std::chrono::steady_clock::now() - begin;
    least = std::min(least, time.count());
  }
  return least;
}

// A submission may stand on one line: what was read of it must not be looked
// through again for each piece that follows.
TEST(LineReader, TakesNoLongerByTheByteForALongLine) {
  const double short_lines =
      TimeToRead(std::string(1 << 20, 'x') + "\n" + std::string(1 << 20, 'x'));
  const double long_line = TimeToRead(std::string(32 << 20, 'x'));
  EXPECT_LT(long_line / 16, short_lines * 40);
}

TEST(NextLine, GivesLinesWithoutTheirBreaks) {
  const std::string_view text = "one\r\ntwo\n\nlast";
  std::size_t offset = 0;
  std::string_view line;
  std::string out;
  while (NextLine(text, &offset, &line)) out += "<" + std::string(line) + ">";
  EXPECT_EQ(out, "<one><two><><last>");
  EXPECT_FALSE(NextLine("", &(offset = 0), &line));
}

}  // namespace
}  // namespace sigte

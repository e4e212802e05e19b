// SPDX-License-Identifier: MPL-2.0

#include "engine/base/json_buffer.h"

#include <fmt/format.h>

#include <limits>
#include <random>
#include <string>

#include "engine/base/json_writer.h"
#include "engine/base/unprintable.h"
#include "engine/base/utf8.h"
#include "gtest/gtest.h"

namespace sigte {
namespace {

TEST(JsonBuffer, PutsPiecesBehindOneAnother) {
  JsonBuffer buffer;
  buffer.Put("{\"a\":");
  buffer.PutNumber(0);
  buffer.Put(std::string(",\"b\":"));
  buffer.PutString("x\"y\n\xFF");
  buffer.Put(",\"c\":");
  buffer.PutNumber(std::numeric_limits<std::uint64_t>::max());
  buffer.Put("}");
  EXPECT_EQ(buffer.text(),
            "{\"a\":0,\"b\":\"x\\\"y\\n\uFFFD\",\"c\":18446744073709551615}");
  buffer.Clear();
  EXPECT_EQ(buffer.text(), "");
}

TEST(JsonBuffer, GrowsByPiecesOfAnySize) {
  JsonBuffer buffer;
  std::string expected;
  for (std::size_t size = 0; size < 20'000; size += 997) {
    const std::string piece(size, 'p');
    buffer.Put(piece);
    buffer.Put("|");
    expected += piece + "|";
    ASSERT_EQ(buffer.text(), expected);
  }
}

TEST(JsonBuffer, WritesNumbersOfAnySize) {
  JsonBuffer buffer;
  std::string expected;
  for (std::uint64_t number = 0; number < 1'100; ++number) {
    buffer.PutNumber(number);
    expected += std::to_string(number);
  }
  for (std::uint64_t number = 1; number < 1ULL << 62; number *= 3) {
    buffer.PutNumber(number);
    expected += std::to_string(number);
  }
  EXPECT_EQ(buffer.text(), expected);
}

// The string as a reading of RFC 8259 and RFC 3629, a character at a time,
// gives it.
std::string SlowlyQuoted(std::string_view text) {
  constexpr std::string_view kShort = "btn?fr";
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, &at);
    if (c == '"' || c == '\\') {
      out += {'\\', text[begin]};
    } else if (c >= 8 && c <= 13 && c != 11) {
      out += {'\\', kShort[c - 8]};
    } else if (IsControl(c) || SteersLayout(c)) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      AppendUtf8(c, &out);  // U+FFFD, where it was not UTF-8
    }
  }
  return out + "\"";
}

// Mostly letters, so that whole blocks of plain ones occur; all else at any
// place of a block.
std::string RandomText(std::mt19937* random) {
  static const std::vector<std::string> kPieces = {
      "a",      "blåbær",   "letters",      "\"",
      "\\",     "\n",       "\x01",         "æ",
      "å",      "€",        "\u2028",       "\u202e",
      "\u0085", "\u00a0",   "\U0001F600",   "\x80",
      "\xC3",   "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80",
      "\x7F"};
  std::string text;
  const std::size_t pieces = (*random)() % 40;
  for (std::size_t i = 0; i < pieces; ++i) {
    const bool plain = (*random)() % 4 != 0;
    text += kPieces[(*random)() % (plain ? 3 : kPieces.size())];
  }
  return text;
}

TEST(JsonBuffer, QuotesAnyTextAsTheSlowWayDoes) {
  std::mt19937 random(1);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = RandomText(&random);
    JsonBuffer buffer;
    buffer.PutString(text);
    std::string written;
    JsonWriter(&written).String(text);
    ASSERT_EQ(buffer.text(), SlowlyQuoted(text));
    ASSERT_EQ(written, buffer.text());
  }
}

}  // namespace
}  // namespace sigte

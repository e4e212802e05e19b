// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/canonical.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "engine/base/utf8.h"

namespace sigte::audit {
namespace {

constexpr std::int64_t kLargestInteger = std::int64_t{1} << 53;

void WriteString(std::string_view text, std::string* out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kPlain = "\b\t\n\f\r";
  constexpr std::string_view kNames = "btnfr";
  out->push_back('"');
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      *out += {'\\', c};
    } else if (code >= 0x20) {
      out->push_back(c);
    } else if (const auto at = kPlain.find(c); at != std::string_view::npos) {
      *out += {'\\', kNames[at]};
    } else {
      *out += "\\u00";
      *out += {kHex[code >> 4U], kHex[code & 0xFU]};
    }
  }
  out->push_back('"');
}

class Writer {
 public:
  bool Write(const JsonValue& value) {
    if (value.is_null()) {
      out_ += "null";
    } else if (const bool* flag = value.boolean()) {
      out_ += *flag ? "true" : "false";
    } else if (const std::int64_t* integer = value.integer()) {
      out_ += std::to_string(*integer);
      return std::abs(*integer) <= kLargestInteger;
    } else if (const double* real = value.real()) {
      out_ += NumberText(*real);
      return std::isfinite(*real);
    } else if (const std::string* text = value.text()) {
      return WriteText(*text);
    } else if (const JsonValue::List* list = value.list()) {
      return WriteList(*list);
    } else {
      return WriteMembers(*value.members());
    }
    return true;
  }

  std::string Take() { return std::move(out_); }

 private:
  bool WriteText(const std::string& text) {
    WriteString(text, &out_);
    return FindInvalidUtf8(text) == std::string_view::npos;
  }

  bool WriteList(const JsonValue::List& list) {
    out_.push_back('[');
    bool first = true;
    for (const JsonValue& item : list) {
      if (!first) out_.push_back(',');
      first = false;
      if (!Write(item)) return false;
    }
    out_.push_back(']');
    return true;
  }

  bool WriteMembers(const JsonValue::Members& members) {
    std::vector<const std::pair<std::string, JsonValue>*> sorted;
    sorted.reserve(members.size());
    for (const auto& member : members) sorted.push_back(&member);
    std::ranges::sort(sorted, [](const auto* a, const auto* b) {
      return NameBefore(a->first, b->first);
    });
    out_.push_back('{');
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      if (i > 0 && sorted[i]->first == sorted[i - 1]->first) return false;
      if (i > 0) out_.push_back(',');
      if (!WriteText(sorted[i]->first)) return false;
      out_.push_back(':');
      if (!Write(sorted[i]->second)) return false;
    }
    out_.push_back('}');
    return true;
  }

  std::string out_;
};

// The shortest digits that give the double back, and where the point stands:
// 0.digits × 10^point.
struct Digits {
  std::string text;
  int point = 0;
};

Digits ShortestDigits(double value) {
  std::array<char, 64> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                 value, std::chars_format::scientific);
  const std::string_view text(buffer.data(), end.ptr);
  const std::size_t e = text.find('e');
  Digits digits;
  for (const char c : text.substr(0, e)) {
    if (c != '.') digits.text.push_back(c);
  }
  // from_chars takes a minus but no plus.
  const std::size_t exponent = text.find_first_not_of("e+", e);
  std::from_chars(text.data() + exponent, text.data() + text.size(),
                  digits.point);
  ++digits.point;
  return digits;
}

}  // namespace

// ECMA-262, Number::toString: n and k of its text are `point` and the number of
// digits.
std::string NumberText(double value) {
  if (value == 0) return "0";
  if (!std::isfinite(value)) return "null";
  const std::string sign = value < 0 ? "-" : "";
  auto [digits, n] = ShortestDigits(std::abs(value));
  const int k = static_cast<int>(digits.size());
  const auto zeros = [](int count) {
    return std::string(static_cast<std::size_t>(count), '0');
  };
  if (k <= n && n <= 21) return sign + digits + zeros(n - k);
  if (0 < n && n <= 21) {
    return sign + digits.insert(static_cast<std::size_t>(n), ".");
  }
  if (-6 < n && n <= 0) return sign + "0." + zeros(-n) + digits;
  const std::string exponent =
      (n > 0 ? "e+" : "e-") + std::to_string(std::abs(n - 1));
  if (k > 1) digits.insert(1, ".");
  return sign + digits + exponent;
}

// UTF-8 and UTF-16 sort alike but for U+E000–U+FFFF against what needs two
// units, whose units begin at D800.
bool NameBefore(std::string_view a, std::string_view b) {
  const auto [x, y] = std::ranges::mismatch(a, b);
  if (x == a.end() || y == b.end()) return x == a.end() && y != b.end();
  const auto rank = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xF0) return 0xEE;  // a pair: before EE and EF, after ED
    return byte >= 0xEE ? byte + 1 : static_cast<int>(byte);
  };
  const int rank_a = rank(*x);
  const int rank_b = rank(*y);
  if (rank_a != rank_b) return rank_a < rank_b;
  return static_cast<unsigned char>(*x) < static_cast<unsigned char>(*y);
}

std::optional<std::string> Canonical(const JsonValue& value) {
  Writer writer;
  if (!writer.Write(value)) return std::nullopt;
  return writer.Take();
}

}  // namespace sigte::audit

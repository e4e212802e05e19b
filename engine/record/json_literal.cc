// SPDX-License-Identifier: MPL-2.0

#include "engine/record/json_literal.h"

#include <algorithm>
#include <utility>

#include "engine/base/json_text.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

using Kind = JsonLiteral::Kind;

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kCut = "\u2026";

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  std::optional<JsonLiteral> All() {
    SkipBlanks();
    auto literal = rest_.starts_with('[') ? List() : Scalar();
    SkipBlanks();
    return rest_.empty() ? literal : std::nullopt;
  }

 private:
  void SkipBlanks() {
    rest_.remove_prefix(
        std::min(rest_.find_first_not_of(kBlanks), rest_.size()));
  }

  bool Take(std::string_view begin) {
    if (!rest_.starts_with(begin)) return false;
    rest_.remove_prefix(begin.size());
    return true;
  }

  // Nothing is left, or only the mark of what was cut.
  bool AtCut() {
    SkipBlanks();
    if (rest_ == kCut) rest_ = {};
    return rest_.empty();
  }

  std::optional<JsonLiteral> List() {
    JsonLiteral list;
    list.kind = Kind::kList;
    Take("[");
    SkipBlanks();
    if (Take("]")) return list;
    while (!AtCut()) {
      auto item = Scalar();
      if (!item) return std::nullopt;
      list.items.push_back(*std::move(item));
      if (AtCut()) break;
      if (Take("]")) return list;
      if (!Take(",")) return std::nullopt;
    }
    list.cut = true;
    return list;
  }

  std::optional<JsonLiteral> Scalar() {
    if (Take("\"")) return Text();
    JsonLiteral literal;
    literal.text = rest_.substr(0, rest_.find_first_of(", \t\r\n]"));
    rest_.remove_prefix(literal.text.size());
    if (literal.text.ends_with(kCut)) {
      literal.text.resize(literal.text.size() - kCut.size());
      literal.cut = true;
      literal.kind = Kind::kText;
      return literal;
    }
    if (literal.text == "true") {
      literal.kind = Kind::kTrue;
    } else if (literal.text == "false") {
      literal.kind = Kind::kFalse;
    } else if (literal.text != "null") {
      literal.kind = Kind::kNumber;
      if (!IsNumber(literal.text)) return std::nullopt;
    }
    return literal;
  }

  static bool IsNumber(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && text[0] >= '0' && text[0] <= '9' &&
           text.find_first_not_of("0123456789.eE+-") == text.npos;
  }

  std::optional<JsonLiteral> Text() {
    JsonLiteral literal;
    literal.kind = Kind::kText;
    while (!rest_.empty()) {
      if (Take("\"")) return literal;
      if (rest_.front() != '\\') {
        literal.text += rest_.front();
        rest_.remove_prefix(1);
        continue;
      }
      const JsonEscape escape = ReadJsonEscape(rest_, 0);
      if (escape.taken == 0) break;  // it was cut
      AppendUtf8(escape.is_half() ? kReplacement : escape.letter,
                 &literal.text);
      rest_.remove_prefix(escape.taken);
    }
    rest_ = {};
    literal.cut = true;
    if (literal.text.ends_with(kCut)) {
      literal.text.resize(literal.text.size() - kCut.size());
    }
    return literal;
  }

  std::string_view rest_;
};

}  // namespace

std::optional<JsonLiteral> ReadJsonLiteral(std::string_view text) {
  return Reader(text).All();
}

}  // namespace sigte

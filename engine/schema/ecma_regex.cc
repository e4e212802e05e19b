// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/ecma_regex.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"
#include "engine/schema/ecma_properties.h"
#include "engine/schema/uri.h"

namespace sigte::schema {
namespace {

// What stands here is no character.
constexpr char32_t kNoCharacter = 0xFFFFFFFF;

std::string RangeOf(char32_t c) {
  return fmt::format("\\x{{{:x}}}", static_cast<std::uint32_t>(c));
}

class Translator {
 public:
  Translator(std::string_view pattern, bool form_only)
      : in_(pattern), form_only_(form_only) {}

  RegexTranslation Run() {
    while (at_ < in_.size() && result_.fault.empty()) Next();
    CheckReferences();
    if (result_.fault.empty()) {
      result_.re2 = std::move(out_);
    }
    return std::move(result_);
  }

 private:
  bool Has(std::string_view text) const {
    return in_.substr(at_).starts_with(text);
  }

  void Fail(std::size_t at, const LocalText& why) {
    if (!result_.fault.empty()) return;
    result_.fault = why;
    result_.at = at;
  }

  void Next() {
    const char c = in_[at_];
    switch (c) {
      case '\\': Escape(); return;
      case '[': Class(); return;
      case '(': Group(); return;
      case '{': Brace(); return;
      case '.': out_ += R"([^\n\r\x{2028}\x{2029}])"; break;
      case '^': out_ += R"(\A)"; break;
      case '$': out_ += R"(\z)"; break;
      case ']':
      case '}':
        out_ += '\\';
        out_ += c;
        break;
      case '*':
      case '+':
      case '?': Quantifier(); return;
      default: out_ += c; break;
    }
    ++at_;
  }

  // ECMA has no possessive or doubled quantifiers, which RE2 would take.
  void Quantifier() {
    const std::size_t start = at_;
    out_ += in_[at_++];
    if (at_ < in_.size() && in_[at_] == '?') out_ += in_[at_++];
    if (at_ < in_.size() &&
        std::string_view("*+?").find(in_[at_]) != std::string_view::npos) {
      Fail(start, Message("schema.regex-repeat"));
    }
  }

  void Brace() {
    std::size_t end = at_ + 1;
    const auto digits = [&] {
      const std::size_t from = end;
      while (end < in_.size() && in_[end] >= '0' && in_[end] <= '9') ++end;
      return end > from;
    };
    bool counts = digits();
    if (counts && end < in_.size() && in_[end] == ',') {
      ++end;
      digits();
    }
    counts = counts && end < in_.size() && in_[end] == '}';
    if (!counts) {
      out_ += "\\{";
      ++at_;
      return;
    }
    AddCounts(in_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    if (at_ < in_.size() && in_[at_] == '?') out_ += in_[at_++];
  }

  // Of the form alone no number is too large.
  void AddCounts(std::string_view counts) {
    if (!form_only_) {
      out_.append("{").append(counts).append("}");
      return;
    }
    const std::size_t comma = counts.find(',');
    if (comma != std::string_view::npos && comma + 1 < counts.size() &&
        IsLess(counts.substr(comma + 1), counts.substr(0, comma))) {
      Fail(at_, Message("base.regex-repeat-size"));
    }
    out_ += "{1}";
  }

  static bool IsLess(std::string_view a, std::string_view b) {
    a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
    b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }

  void Group() {
    const bool behind = Has("(?<=") || Has("(?<!");
    if (form_only_ && (behind || Has("(?=") || Has("(?!"))) {
      out_ += "(?:";
      at_ += behind ? 4 : 3;
      return;
    }
    if (Has("(?=") || Has("(?!") || Has("(?<=") || Has("(?<!")) {
      Fail(at_, Message("schema.regex-lookaround"));
    } else if (Has("(?<")) {
      const std::size_t end = in_.find('>', at_);
      if (end == std::string_view::npos || end == at_ + 3) {
        Fail(at_, Message("schema.regex-group"));
        return;
      }
      names_.push_back(in_.substr(at_ + 3, end - at_ - 3));
      ++groups_;
      out_ += '(';
      at_ = end + 1;
    } else if (Has("(?:")) {
      out_ += "(?:";
      at_ += 3;
    } else if (Has("(?")) {
      Fail(at_, Message("schema.regex-group"));
    } else {
      ++groups_;
      out_ += '(';
      ++at_;
    }
  }

  // An escape outside a class.
  void Escape() {
    const std::size_t start = at_;
    const char c = at_ + 1 < in_.size() ? in_[at_ + 1] : '\0';
    if (c == 'b' || c == 'B') {
      out_ += in_.substr(at_, 2);
      at_ += 2;
    } else if ((c >= '1' && c <= '9') || c == 'k') {
      if (!form_only_ || !ReadReference()) {
        Fail(start, Message("schema.regex-back-reference"));
      }
    } else if (const std::string set = SetEscape(); !set.empty()) {
      out_ += "[" + set + "]";
    } else if (const char32_t point = CharacterEscape();
               point != kNoCharacter) {
      out_ += RangeOf(point);
    }
  }

  // \2 or \k<name>; false where it is neither.
  bool ReadReference() {
    const bool named = Has("\\k<");
    const std::size_t begin = at_ + (named ? 3 : 1);
    const std::size_t end =
        named
            ? in_.find('>', begin)
            : std::min(in_.find_first_not_of("0123456789", begin), in_.size());
    if (end == std::string_view::npos || end == begin) return false;
    references_.push_back(in_.substr(begin, end - begin));
    at_ = end + (named ? 1 : 0);
    out_ += "(?:)";
    return true;
  }

  // A group may stand behind what refers to it.
  void CheckReferences() {
    const std::string count = std::to_string(groups_);
    for (const std::string_view reference : references_) {
      const bool number = reference[0] >= '0' && reference[0] <= '9';
      const bool known =
          number ? !IsLess(count, reference)
                 : std::ranges::find(names_, reference) != names_.end();
      if (!known) Fail(0, Message("schema.regex-group"));
    }
  }

  void Class() {
    const std::size_t start = at_++;
    const bool negated = Has("^");
    if (negated) ++at_;
    std::string body;
    while (at_ < in_.size() && in_[at_] != ']' && result_.fault.empty()) {
      ClassItem(&body);
    }
    if (at_ >= in_.size()) {
      Fail(start, Message("schema.regex-class"));
      return;
    }
    ++at_;
    if (body.empty()) {  // [] is nothing, [^] is everything
      out_ += negated ? R"([\x{0}-\x{10ffff}])" : R"([^\x{0}-\x{10ffff}])";
    } else {
      out_ += (negated ? "[^" : "[") + body + "]";
    }
  }

  void ClassItem(std::string* body) {
    const std::size_t start = at_;
    const std::string set = SetEscape();
    const char32_t low = set.empty() ? ClassCharacter() : kNoCharacter;
    if (set.empty() && low == kNoCharacter) return;
    const bool range = Has("-") && at_ + 1 < in_.size() && in_[at_ + 1] != ']';
    if (!set.empty()) {
      *body += set;
      if (range) Fail(start, Message("base.regex-range"));
      return;
    }
    *body += RangeOf(low);
    if (!range) return;
    ++at_;
    const char32_t high = SetEscape().empty() ? ClassCharacter() : kNoCharacter;
    if (high == kNoCharacter || high < low) {
      Fail(start, Message("base.regex-range"));
      return;
    }
    *body += '-' + RangeOf(high);
  }

  char32_t ClassCharacter() {
    if (!Has("\\")) return NextCodePoint(in_, &at_);
    const char c = at_ + 1 < in_.size() ? in_[at_ + 1] : '\0';
    if (c != 'b') return CharacterEscape();
    at_ += 2;
    return 0x08;
  }

  // \d \D \w \W \s \S \p{…} \P{…} as the inside of a class; empty (and nothing
  // read) where something else stands.
  std::string SetEscape() {
    if (!Has("\\") || at_ + 1 >= in_.size()) return {};
    switch (in_[at_ + 1]) {
      case 'd':
      case 'D':
      case 'w':
      case 'W': at_ += 2; return std::string(in_.substr(at_ - 2, 2));
      case 's': at_ += 2; return std::string(kSpaces);
      case 'S': at_ += 2; return std::string(kNoSpaces);
      case 'p':
      case 'P': return Property();
      default: return {};
    }
  }

  std::string Property() {
    const std::size_t start = at_;
    const bool negated = in_[at_ + 1] == 'P';
    const std::size_t end = in_.find('}', at_);
    if (!in_.substr(at_ + 2).starts_with('{') ||
        end == std::string_view::npos) {
      Fail(start, Message("base.regex-property"));
      return {};
    }
    std::string_view name = in_.substr(at_ + 3, end - at_ - 3);
    at_ = end + 1;
    for (const std::string_view prefix :
         {"General_Category=", "gc=", "Script=", "sc="}) {
      if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
    }
    if (name == "ASCII") {
      return negated ? R"(\x{80}-\x{10ffff})" : R"(\x{0}-\x{7f})";
    }
    if (form_only_ && IsBinaryProperty(name)) return R"(\pL)";
    name = ShortCategory(name);
    if (name == "LC")
      return negated ? LetterCase(start) : R"(\p{Lu}\p{Ll}\p{Lt})";
    return fmt::format("\\{}{{{}}}", negated ? 'P' : 'p', name);
  }

  std::string LetterCase(std::size_t start) {
    if (form_only_) return R"(\pL)";
    Fail(start, Message("base.regex-property"));
    return {};
  }

  // Everything that an escape can say but sets, assertions and references.
  char32_t CharacterEscape() {
    const std::size_t start = at_;
    if (at_ + 1 >= in_.size()) {
      Fail(start, Message("schema.regex-escape"));
      return kNoCharacter;
    }
    ++at_;
    const char32_t c = NextCodePoint(in_, &at_);
    const char32_t point = Known(c);
    if (point == kNoCharacter) Fail(start, Message("schema.regex-escape"));
    return point;
  }

  char32_t Known(char32_t c) {
    switch (c) {
      case 't': return U'\t';
      case 'n': return U'\n';
      case 'v': return U'\v';
      case 'f': return U'\f';
      case 'r': return U'\r';
      case '0': return DigitFollows() ? kNoCharacter : U'\0';
      case 'c': return Control();
      case 'x': return Hex(2);
      case 'u': return Unicode();
      default: break;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9') || c >= 0x80;
    return letter ? kNoCharacter : c;
  }

  bool DigitFollows() const {
    return at_ < in_.size() && in_[at_] >= '0' && in_[at_] <= '9';
  }

  char32_t Control() {
    if (at_ >= in_.size()) return kNoCharacter;
    const char letter = in_[at_];
    if ((letter < 'a' || letter > 'z') && (letter < 'A' || letter > 'Z')) {
      return kNoCharacter;
    }
    ++at_;
    return static_cast<char32_t>(letter) % 32;
  }

  char32_t Hex(std::size_t digits) {
    if (at_ + digits > in_.size()) return kNoCharacter;
    char32_t value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const int digit = HexValue(in_[at_ + i]);
      if (digit < 0) return kNoCharacter;
      value = value * 16 + static_cast<char32_t>(digit);
    }
    at_ += digits;
    return value;
  }

  char32_t Unicode() {
    if (Has("{")) {
      const std::size_t end = in_.find('}', at_);
      if (end == std::string_view::npos || end == at_ + 1 || end > at_ + 9) {
        return kNoCharacter;
      }
      ++at_;
      const char32_t point = Hex(end - at_);
      ++at_;
      return point <= 0x10FFFF ? point : kNoCharacter;
    }
    const char32_t high = Hex(4);
    if (high < 0xD800 || high > 0xDBFF || !Has("\\u")) return high;
    at_ += 2;
    const char32_t low = Hex(4);
    if (low < 0xDC00 || low > 0xDFFF) return kNoCharacter;
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
  }

  std::string_view in_;
  bool form_only_;
  std::size_t at_ = 0;
  std::string out_;
  RegexTranslation result_;
  std::size_t groups_ = 0;
  std::vector<std::string_view> names_;       // of groups
  std::vector<std::string_view> references_;  // to groups
};

}  // namespace

RegexTranslation TranslateRegex(std::string_view pattern) {
  return Translator(pattern, false).Run();
}

RegexTranslation FormOfRegex(std::string_view pattern) {
  return Translator(pattern, true).Run();
}

}  // namespace sigte::schema

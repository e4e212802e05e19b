// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What rules ask of one text, ruled out together: most patterns and strings
/// that are looked for stand in no text, and that none of what they need stands
/// there is seen in one walk over it.
namespace sigte {

/// Made for a number of questions, asked of text after text.
class TextSieve {
 public:
  using Question = std::uint32_t;

  /// Whether a text holds `part`.
  Question AddString(std::string_view part);
  /// Whether `pattern` (RE2 syntax, valid) is found in it.
  Question AddPattern(std::string_view pattern);

  /// To be called when other bytes may lie where a text lay.
  void Forget() { text_ = {}; }

  /// False only where the answer is no.
  bool MayHold(Question question, std::string_view text) {
    if (text.data() != text_.data() || text.size() != text_.size()) {
      text_ = text;
      has_digits_ = false;
      has_parts_ = false;
    }
    const Needs& needs = needs_[question];
    return HasDigits(needs, text) && HasPart(needs, text);
  }

 private:
  struct Needs {
    std::size_t digits = 0;
    std::uint64_t parts = 0;  // its bit; none: nothing is known
  };
  struct Part {
    std::string text;  // folded
    std::uint64_t questions = 0;
  };

  Question Add(std::size_t digits, std::vector<std::string> any_of);
  bool HasDigits(const Needs& needs, std::string_view text);
  bool HasPart(const Needs& needs, std::string_view text);
  void Build();
  void NumberBytes();
  std::uint64_t PartsIn(std::string_view text) const;

  std::vector<Needs> needs_;
  std::vector<Part> parts_;
  std::size_t part_bytes_ = 0;
  unsigned bits_used_ = 0;

  // An automaton (Aho and Corasick 1975) over bytes without their case. A state
  // is where its row begins in next_; those where a part ends come last.
  bool is_built_ = false;
  std::array<std::uint8_t, 256> column_of_{};
  std::uint32_t columns_ = 1;
  std::vector<std::uint32_t> next_;
  std::uint32_t first_ending_ = 0;
  std::vector<std::uint64_t> ended_;  // by state from the first ending one

  std::string_view text_;  // asked last
  bool has_digits_ = false;
  bool has_parts_ = false;
  std::size_t digits_ = 0;
  std::uint64_t parts_found_ = 0;
};

}  // namespace sigte

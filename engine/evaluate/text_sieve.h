// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluate/regex_needs.h"

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
  void Forget() { seen_.clear(); }

  /// False only where the answer is no. Each question may be asked of several
  /// texts in turn: what was seen in one is kept until Forget.
  bool MayHold(Question question, std::string_view text) {
    const Needs& needs = needs_[question];
    if (needs.digits == 0 && needs.parts == 0) return true;
    Seen& seen = SeenIn(text);
    return HasDigits(needs, &seen) && HasPart(needs, &seen);
  }

 private:
  struct Needs {
    std::size_t digits = 0;
    std::uint64_t parts = 0;  // its bits; none: nothing is known
  };
  struct Part {
    std::string text;  // folded
    std::uint64_t bits = 0;
  };
  struct Seen {
    std::string_view text;
    std::optional<std::size_t> digits;
    std::optional<std::uint64_t> parts;  // the bits of what stands there
  };

  Question Add(RegexNeeds needs);
  std::uint64_t AddSet(std::vector<std::string> any_of);
  Seen& SeenIn(std::string_view text);
  static bool HasDigits(const Needs& needs, Seen* seen);
  bool HasPart(const Needs& needs, Seen* seen);
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

  std::vector<Seen> seen_;  // in the order in which they were first asked
  std::size_t last_ = 0;    // the one asked last
};

}  // namespace sigte

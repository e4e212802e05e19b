// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/text/folding.h"

/// Tells of most words that none of thousands of strings is in them: numbers,
/// names, misspelt words. 4 KiB, where the automaton has a table of megabytes.
namespace sigte {

class Sieve {
 public:
  /// For `anchored` see Automaton::Add.
  void Add(std::string_view text, bool anchored);

  /// False only where no string is in these parts of `text`.
  bool MayHold(const FoldedText& text, PartRun parts) const;

 private:
  /// The first bytes of strings, at most four. Many share a bit.
  struct Beginnings {
    std::bitset<1 << 14> bits;
    std::uint8_t sizes = 0;  ///< bit i: there are some of i bytes

    void Add(std::string_view text);
    /// Whether one of them may stand there; three bytes more may be read.
    bool MayBegin(const char* at) const;
  };

  Beginnings anchored_;
  Beginnings anywhere_;
};

}  // namespace sigte

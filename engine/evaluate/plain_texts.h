// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

/// Texts as conditions read them letter by letter (base/plain_text.h).
namespace sigte {

/// The plain texts of one record's fields: most are plain as they stand.
class PlainTexts {
 public:
  /// PlainOf(text); valid until Forget, as long as `text` is.
  std::string_view Of(std::string_view text);

  /// To be called when other bytes may lie where a text lay.
  void Forget() {
    known_.clear();
    made_.clear();
  }

 private:
  struct Known {
    std::string_view text;
    std::string_view plain;
  };

  std::vector<Known> known_;  // in the order in which they were first asked for
  std::size_t last_ = 0;      // the one asked for last
  std::deque<std::string> made_;
};

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "engine/app/settings.h"
#include "engine/base/issue.h"
#include "engine/base/redaction.h"

/// What is wrong with answers, told as they come: of one kind so many in full,
/// of the rest only the number. Knows nothing of where answers come from.
namespace sigte {

class AnswerFaults {
 public:
  /// Borrows both.
  AnswerFaults(const Settings& settings, const Redaction& redaction)
      : settings_(settings), redaction_(redaction) {}

  /// `place`: where in a sheet; empty: the issue's own source says it.
  void Tell(const Issue& issue, const std::string& place);
  /// How many more there were. Once, after the last.
  void End() const;

 private:
  struct Kind {
    std::size_t count = 0;
    std::string last;  ///< the place of the last
  };

  void Write(std::string text) const;

  const Settings& settings_;
  const Redaction& redaction_;
  std::map<std::string, Kind> kinds_;  // by message
};

}  // namespace sigte

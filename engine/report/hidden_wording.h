// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/messages.h"
#include "engine/decide/decision.h"
#include "engine/evaluate/program.h"

/// Messages without what was submitted: a commit's output ends in terminals and
/// in logs that others read.
namespace sigte {

class HiddenWording {
 public:
  HiddenWording(const Program& program, Lang lang);  ///< borrowed

  /// The finding's message; "…" stands for what may come from the submission.
  /// `file` is what it is about, and no secret.
  std::string Of(const Finding& finding, std::string_view file) const;
  std::string Of(const Question& question) const;
  std::string Of(const Reason& reason) const;

 private:
  void AddNames();
  /// Of the catalogue; empty where it has none of that name.
  std::string_view Wording(std::string_view name) const;
  std::string OfRule(const LocalText& text) const;
  std::string OfCatalogue(const std::string& name, const std::string& words,
                          std::string_view file) const;
  bool Masked(std::string_view pattern, std::string_view words,
              std::string_view file, std::string* masked,
              std::string_view* rest) const;
  bool IsKnown(std::string_view argument) const;
  bool IsName(std::string_view text) const;

  const Program& program_;
  Lang lang_;
  std::vector<MessageRow> catalogue_;
  std::set<std::string, std::less<>> names_;  ///< the schema's and ours
  std::size_t longest_ = 0;  ///< of them, with quotes around it
  std::string or_;           ///< " or "
};

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/app/invocation.h"
#include "engine/decide/decision.h"
#include "engine/evaluate/program.h"
#include "engine/report/hidden_wording.h"

/// The concise form of what blocks a commit: "file:line:column: error: message
/// [code slug]", a line each.
namespace sigte {

class HookLines {
 public:
  HookLines(const Program& program, Lang lang, bool show_values);

  /// One finding. The only place that gives a line its form.
  std::string Of(const Finding& finding, const std::string& file) const;
  /// What blocks about a record under `fail_on`; nothing where nothing does.
  std::vector<std::string> Of(const Decision& decision, FailOn fail_on) const;

 private:
  std::string Line(const std::string& place, Finding::Effect effect,
                   const std::string& words, const std::string& code,
                   const std::string& slug) const;
  std::vector<std::string> OfInvalid(const Decision& decision) const;
  std::vector<std::string> OfBorderline(const Decision& decision) const;
  std::vector<std::string> OfExcluded(const Decision& decision) const;

  const Program& program_;
  Lang lang_;
  bool show_values_;
  HiddenWording wording_;
};

}  // namespace sigte

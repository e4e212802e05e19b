// SPDX-License-Identifier: MPL-2.0

#include "engine/app/summary_line.h"

namespace sigte {

std::string SummaryLine(const Summary& summary, Lang lang) {
  return Message(
      lang, "app.summary-line",
      {CountText(summary.read()), CountText(summary.Count(Verdict::kInclude)),
       CountText(summary.Count(Verdict::kExclude)),
       CountText(summary.Count(Verdict::kBorderline)),
       CountText(summary.Count(Verdict::kInvalid)),
       CountText(summary.unreadable().size())});
}

}  // namespace sigte

#include "engine/app/summary_line.h"

namespace sigte {

std::string SummaryLine(const Summary& summary, Lang lang) {
  const auto number = [](std::int64_t n) {
    return LocalText(GroupedNumber(Lang::kDa, n), GroupedNumber(Lang::kEn, n));
  };
  return Message(
      lang, "app.summary-line",
      {number(summary.read()), number(summary.Count(Verdict::kInclude)),
       number(summary.Count(Verdict::kExclude)),
       number(summary.Count(Verdict::kBorderline)),
       number(summary.Count(Verdict::kInvalid)),
       number(static_cast<std::int64_t>(summary.unreadable().size()))});
}

}  // namespace sigte

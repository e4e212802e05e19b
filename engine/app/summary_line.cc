#include "engine/app/summary_line.h"

namespace sigte {

LocalText CountText(std::uint64_t n) {
  const auto count = static_cast<std::int64_t>(n);
  return {GroupedNumber(Lang::kDa, count), GroupedNumber(Lang::kEn, count)};
}

std::string SummaryLine(const Summary& summary, Lang lang) {
  const auto number = [](std::int64_t n) {
    return CountText(static_cast<std::uint64_t>(n));
  };
  return Message(
      lang, "app.summary-line",
      {number(summary.read()), number(summary.Count(Verdict::kInclude)),
       number(summary.Count(Verdict::kExclude)),
       number(summary.Count(Verdict::kBorderline)),
       number(summary.Count(Verdict::kInvalid)),
       CountText(summary.unreadable().size())});
}

}  // namespace sigte

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/messages.h"
#include "engine/decide/decision.h"
#include "engine/evaluate/program.h"
#include "engine/report/ruling_tally.h"
#include "engine/report/summary.h"
#include "engine/report/words.h"

/// The report that a person reads on a terminal.
namespace sigte {

struct ReportOptions {
  Lang lang = Lang::kDa;
  bool color = false;       ///< ANSI colours; meaning never depends on them
  std::size_t width = 100;  ///< columns; less than 60 counts as 60
  std::size_t limit = 50;   ///< details of each kind; the rest is counted
  bool verbose = false;     ///< every record that was left out, one by one
};

/// What only the run as a whole knows.
struct RunFacts {
  std::int64_t files = 0;
  std::optional<double> seconds;  ///< said in the last line where it is given
  RulingCounts rulings = {};      ///< said under the sums where there are any
};

/// What the report keeps of a run: counts of everything, details of the first
/// `limit`. One a thread or job, merged in the order of the input.
class ReportData {
 public:
  ReportData(std::size_t limit, bool keep_excluded)
      : limit_(limit), keep_excluded_(keep_excluded) {}

  void Add(const Decision& decision);
  /// Something about a file and none of its records.
  void AddFileFinding(const Finding& finding, std::string_view file);
  /// A file that could not be read at all.
  void AddUnreadable(std::string_view file) { summary_.AddUnreadable(file); }
  void Merge(ReportData other);

  /// A finding with the records that it is about (none: about the file). What
  /// stands once for many records is told once.
  struct RecordFinding {
    Finding finding;
    std::string file;
    std::size_t line = 1;
    std::vector<std::string> records;  ///< "751/14"; the first kRecordsNamed
    std::int64_t times = 1;            ///< how many findings it stands for
  };
  static constexpr std::size_t kRecordsNamed = 8;
  /// Records that were left out because of one rule first of all.
  struct LeftOut {
    std::uint32_t rule = kNoIndex;  ///< kNoIndex: no rule was named
    SummaryCell cell;
  };

  const Summary& summary() const { return summary_; }
  const RulingTally& rulings() const { return rulings_; }
  const std::vector<Decision>& borderline() const { return borderline_; }
  const std::vector<Decision>& excluded() const { return excluded_; }
  /// The first of each effect, worst first.
  const std::vector<RecordFinding>& findings(Finding::Effect effect) const {
    return findings_[static_cast<std::size_t>(effect)];
  }
  std::int64_t finding_count(Finding::Effect effect) const {
    return finding_counts_[static_cast<std::size_t>(effect)];
  }
  const std::vector<LeftOut>& left_out() const { return left_out_; }

 private:
  static constexpr std::size_t kEffects = 3;

  void Keep(RecordFinding finding);
  void AddLeftOut(const LeftOut& left_out);

  std::size_t limit_;
  bool keep_excluded_;
  Summary summary_;
  RulingTally rulings_;
  std::vector<Decision> borderline_;
  std::vector<Decision> excluded_;
  std::array<std::vector<RecordFinding>, kEffects> findings_;  // by Effect
  std::array<std::int64_t, kEffects> finding_counts_{};
  std::vector<LeftOut> left_out_;
};

/// Summary table, what needs a person, faults and remarks, what was left out,
/// totals.
std::string TextReport(const ReportData& data, const Program& program,
                       const ReportOptions& options, const RunFacts& run);

/// What the totals come to, a sentence each: the reconciliation line first,
/// amounts and files that are not in the sums, the ruleset last.
std::vector<std::string> TotalsLines(const Summary& summary,
                                     const Voice& voice);

/// The summary table and the reconciliation line alone.
std::string SummaryText(const Summary& summary, const Program& program,
                        const ReportOptions& options);

}  // namespace sigte

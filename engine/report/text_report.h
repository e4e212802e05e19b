// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/caret.h"
#include "engine/base/messages.h"
#include "engine/decide/decision.h"
#include "engine/evaluate/program.h"
#include "engine/report/ruling_tally.h"
#include "engine/report/summary.h"
#include "engine/report/words.h"

/// The report that a person reads on a terminal.
namespace sigte {

inline constexpr std::size_t kUsualLimit = 50;
inline constexpr std::size_t kNoLimit = static_cast<std::size_t>(-1);
/// The narrowest terminal that the report is fitted to, in columns.
inline constexpr std::size_t kNarrowest = 40;

struct ReportOptions {
  Lang lang = Lang::kDa;
  bool color = false;       ///< ANSI colours; meaning never depends on them
  std::size_t width = 100;  ///< columns; less than kNarrowest counts as that
  /// Details of each list, the worst first; the rest is counted.
  std::size_t limit = kUsualLimit;
  bool verbose = false;  ///< the records that were left out, one by one
  /// Shown of a source line.
  std::size_t line_columns = kUsualLineColumns;
};

/// What only the run as a whole knows.
struct RunFacts {
  std::int64_t files = 0;
  std::optional<double> seconds;  ///< said in the last line where it is given
  RulingCounts rulings = {};      ///< said under the sums where there are any
};

/// What the report keeps of a run: counts of everything, details of up to
/// `limit` things of each kind (kNoLimit: all; 0: none). One a thread or job,
/// merged in the order of the input.
class ReportData {
 public:
  ReportData(std::size_t limit, bool keep_excluded)
      : limit_(limit), keep_excluded_(keep_excluded) {}

  void Add(const Decision& decision);
  /// Something about a file and none of its records.
  void AddFileFinding(const Finding& finding, std::string_view file);
  /// A file that could not be read at all.
  void AddUnreadable(std::string_view file) { summary_.AddUnreadable(file); }
  /// Whose answer has no records.
  void AddGroup(const std::string& group) { summary_.AddGroup(group); }
  void Merge(ReportData other);

  /// A finding with the records that it is about (none: about the file). What
  /// stands once for many records is told once.
  struct RecordFinding {
    Finding finding;
    std::string file;
    std::size_t line = 1;
    std::vector<std::string> records =
        {};                    ///< "751/14"; the first kRecordsNamed
    std::int64_t times = 1;    ///< how many findings stand at this place
    std::int64_t of_file = 0;  ///< … of which so many are about the file itself
    std::int64_t alike = 0;    ///< how many more say the same elsewhere
    std::string last = {};     ///< where the last of those stands

    /// `other` says the same somewhere else, and is only counted.
    void AddAlike(RecordFinding other);
  };
  static constexpr std::size_t kRecordsNamed = 8;
  /// Borderline records by their stakes, the largest amounts first, unknown
  /// ones last; equals in the order of the input.
  using ByStake = std::multimap<std::uint64_t, Decision, std::greater<>>;
  /// Records that were left out because of one rule first of all.
  struct LeftOut {
    std::uint32_t rule = kNoIndex;  ///< kNoIndex: no rule was named
    SummaryCell cell;
  };

  const Summary& summary() const { return summary_; }
  const RulingTally& rulings() const { return rulings_; }
  const ByStake& borderline() const { return borderline_; }
  const std::vector<Decision>& excluded() const { return excluded_; }
  /// The first of each effect.
  const std::vector<RecordFinding>& findings(Finding::Effect effect) const {
    return kept_[static_cast<std::size_t>(effect)].findings;
  }
  std::int64_t finding_count(Finding::Effect effect) const {
    return counts_[static_cast<std::size_t>(effect)];
  }
  const std::vector<LeftOut>& left_out() const { return left_out_; }

 private:
  static constexpr std::size_t kEffects = 3;

  // Of findings that say the same, and are no longer told each: how many words
  // are counted beyond those told, for lists that this one is merged into.
  static constexpr std::size_t kMostCounted = 1'000;

  // Findings of one effect, and where to find them: by place and words, and the
  // last of those with equal words.
  struct Kept {
    struct Alike {
      std::size_t told = 0;
      std::size_t last = 0;
    };
    std::vector<RecordFinding> findings;
    std::unordered_map<std::string, std::size_t> by_place;
    std::unordered_map<std::string, Alike> by_words;

    // Of equal words the first `told` are kept each, and all others counted.
    // False, and nothing done, where one more is to be kept than `limit`.
    bool Take(std::size_t limit, std::size_t told, RecordFinding* found);
    // Whether something kept stands at `place`; `found` is then part of it.
    bool AddAtPlace(const std::string& place, const Alike& alike,
                    RecordFinding* found);
  };

  void Keep(RecordFinding finding);
  void KeepBorderline(std::uint64_t stake, Decision decision);
  void AddLeftOut(const LeftOut& left_out);

  std::size_t limit_;
  bool keep_excluded_;
  Summary summary_;
  RulingTally rulings_;
  ByStake borderline_;
  std::vector<Decision> excluded_;
  // By Effect: all of them, those that are told, and one of each words that
  // there was no room for.
  std::array<std::int64_t, kEffects> counts_ = {};
  std::array<Kept, kEffects> kept_;
  std::array<Kept, kEffects> counted_;
  std::vector<LeftOut> left_out_;
};

/// Summary table, what needs a person, faults and remarks, what was left out,
/// totals.
std::string TextReport(const ReportData& data, const Program& program,
                       const ReportOptions& options, const RunFacts& run);

/// What the totals come to, a sentence each: the reconciliation line first,
/// amounts and at most `most` files that are not in the sums, the ruleset last.
std::vector<std::string> TotalsLines(const Summary& summary, const Voice& voice,
                                     std::size_t most = kUsualLimit);

/// The summary table and the reconciliation line alone.
std::string SummaryText(const Summary& summary, const Program& program,
                        const ReportOptions& options);

}  // namespace sigte

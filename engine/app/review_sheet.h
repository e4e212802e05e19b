// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/app/review_answers.h"
#include "engine/app/review_session.h"
#include "engine/app/ruleset_store.h"
#include "engine/base/issue.h"
#include "engine/read/workbook.h"
#include "engine/report/queue_workbook.h"

/// Answers out of a workbook that report/queue_workbook.h wrote and people
/// filled in. Rows and columns may have moved: they are found by headings.
namespace sigte {

/// A fault and where people find it: "queue.xlsx: Queue!K7 (Reason)".
struct PlacedIssue {
  std::string place;
  Issue issue;
};

/// One row with an answer in it.
struct SheetAnswer {
  RulingAnswer row;  ///< titles turned into codes
  AnswerKind kind = AnswerKind::kSkip;
  std::string place;  ///< of the answer
  /// What is wrong with its cells. An error: nothing of the row is to be used.
  std::vector<PlacedIssue> faults;
  bool usable = false;
};

class AnswerSheets {
 public:
  /// Borrows the first three. `name` is what people call the file.
  AnswerSheets(const RulesetStore& store, const ReviewSession& session,
               const ReviewOptions& options, std::string name, Lang lang);

  /// False with fault() where `fd` (seekable, borrowed) is no such workbook.
  bool Open(int fd);

  /// The next row that somebody has written in; blank ones are passed over.
  /// False at the end, and where the file cannot be read on: see fault().
  bool Next(SheetAnswer* answer);

  const std::optional<PlacedIssue>& fault() const { return fault_; }

 private:
  /// Where things stand in one sheet; columns from 1, 0: nowhere.
  struct Plan {
    std::array<std::uint32_t, kQueueInputs> inputs{};
    std::array<std::uint32_t, kQueueKeys> keys{};
    std::array<std::string, kQueueInputs> headings;
    std::uint32_t shown_id = 0;
    std::uint32_t shown_rule = 0;
  };

  bool NextSheet();
  bool FindHeadings();
  bool PlanFrom(const TableRow& row);
  bool IsHeading(const std::string& text, const LocalText& heading) const;
  bool Fail(Issue issue, const std::string& place);
  void Take(const TableRow& row, SheetAnswer* answer) const;
  bool TakeQuestion(const TableRow& row, SheetAnswer* answer) const;
  bool Agrees(const TableRow& row, const RulingAnswer& answer) const;
  void TakeInputs(const TableRow& row, SheetAnswer* answer) const;
  void TakeReason(const std::string& word, SheetAnswer* answer) const;
  void TakeBody(const std::string& word, SheetAnswer* answer) const;
  void TakeWords(QueueInput input, const std::string& words, std::string* place,
                 SheetAnswer* answer) const;
  std::string CodeOf(const std::string& word,
                     const std::vector<NamedCode>& codes) const;
  std::string WordIn(const TableRow& row, QueueInput input,
                     SheetAnswer* answer) const;
  void Blame(QueueInput input, Issue issue, SheetAnswer* answer) const;
  std::string PlaceOf(QueueInput input) const;

  const RulesetStore& store_;
  const ReviewSession& session_;
  const ReviewOptions& options_;
  std::string name_;
  Lang lang_;
  std::unique_ptr<WorkbookFile> workbook_;
  std::unique_ptr<SheetSource> sheet_;
  std::size_t next_sheet_ = 0;
  Plan plan_;
  std::size_t row_ = 0;
  std::optional<PlacedIssue> fault_;
};

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/decide/verdict_name.h"
#include "engine/evaluate/program.h"
#include "engine/report/workbook.h"

/// Open questions as a workbook that people fill in: a row a question, with
/// cells to answer in. What is read back from it is found by these headings and
/// keys, wherever its columns and rows have gone.
namespace sigte {

/// The cells to fill in, in the order of their columns.
enum class QueueInput : std::uint8_t { kAnswer, kReason, kText, kBody, kRole };
inline constexpr std::size_t kQueueInputs = 5;

/// The heading of an input in each language.
LocalText QueueHeading(QueueInput input);

/// Headings of the hidden columns that say which question a row is about; the
/// same in every language.
enum class QueueKey : std::uint8_t { kGroup, kId, kRule, kEvidence, kRuling };
inline constexpr std::size_t kQueueKeys = 5;
inline constexpr std::array<std::string_view, kQueueKeys> kQueueKeyNames = {
    "_group", "_id", "_rule", "_evidence", "_ruling"};

/// Whether text that begins so is such a sheet, saved as CSV.
bool IsQueueAsText(std::string_view beginning);

/// One question in words. Nothing in it must be hidden any more.
struct QueueRow {
  std::string group;  ///< "751 Aarhus"
  std::string id;
  std::string title;
  std::optional<std::int64_t> amount;
  std::string rule;  ///< "E5 Tolkning"
  std::string question;
  std::string if_yes;
  std::string if_no;
  Verdict yes = Verdict::kBorderline;  ///< what colours `if_yes`
  Verdict no = Verdict::kBorderline;
  std::string found;
  std::string reads;
  std::string proposal;  ///< where it is one to approve
  std::array<std::string, kQueueKeys> keys;
};

struct QueueBook {
  std::string title;
  Lang lang = Lang::kDa;
  bool approve = false;  ///< the rows are proposals; yes needs no reason
  std::vector<QueueRow> rows;
};

/// Rows that a queue has room for.
inline constexpr std::size_t kMostQueued = 100'000;

/// Writes the workbook to `path`. False with `*why` where that cannot be done.
/// At most kMostQueued rows.
bool WriteQueue(const Program& program, const QueueBook& book,
                const std::string& scratch_folder, const std::string& path,
                std::string* why);

}  // namespace sigte

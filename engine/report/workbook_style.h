// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <compare>
#include <cstdint>

struct lxw_format;

/// How cells look, by what they are for.
namespace sigte {

enum class Look : std::uint8_t {
  kPlain,         ///< text that wraps
  kTitle,         ///< of a sheet
  kSubtitle,      ///< of a part
  kSubtle,        ///< small remarks
  kHeading,       ///< of a column
  kAskedHeading,  ///< of a column that must be filled in
  kSentHeading,   ///< of a column that was sent: to be mended
  kMadeHeading,   ///< of a column that is ours
  kLabel,         ///< before a field that stands alone
  kInput,         ///< to be filled in: open
  kLocked,        ///< filled in beforehand
  kLive,          ///< worked out
  kTable,         ///< of a table that is read
  kLink,          ///< of a table, leads somewhere
  kAnswer,        ///< of a table, to be filled in: open
};

/// What a colour means; a word or sign says the same beside it.
enum class Mark : std::uint8_t {
  kNone,
  kError,
  kQuestion,
  kRemark,
  kIn,
  kOut,
  kGap,  ///< something is missing here
};

enum class NumberForm : std::uint8_t { kGeneral, kText, kWhole };

struct Style {
  Look look = Look::kPlain;
  Mark mark = Mark::kNone;
  NumberForm form = NumberForm::kGeneral;

  friend auto operator<=>(const Style&, const Style&) = default;
};

/// Gives `format` that style. `conditional`: only what a rule may change.
void Apply(const Style& style, lxw_format* format);
void ApplyMark(Mark mark, lxw_format* format);

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

// The summary table: columns as wide as what stands in them, names cut to what
// is left of the width.

#include "engine/report/table.h"

#include <algorithm>
#include <vector>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowestName = 10;  // where there is no room
constexpr std::size_t kUsualName = 16;
constexpr std::size_t kWidestName = 40;

using Cells = std::vector<std::string>;

struct Line {
  std::string name;
  SummaryRow row;
};

std::vector<Line> LinesOf(const Summary& summary, const Voice& voice) {
  std::vector<Line> lines;
  // Without groups the total says it all.
  const bool grouped = voice.program.layout.group != kNoField;
  for (const auto& [group, row] : summary.groups()) {
    if (grouped) lines.push_back({GroupTitle(group, voice), row});
  }
  lines.push_back({Message(voice.lang, "report.total"), summary.Total()});
  return lines;
}

std::string CellCount(const SummaryCell& cell, const Voice& voice) {
  return GroupedNumber(voice.lang, cell.records);
}

std::string AmountHead(const Voice& voice) {
  if (!HasAmounts(voice)) return {};
  const std::string unit = AmountUnit(voice);
  return unit.empty() ? Message(voice.lang, "report.amount") : unit;
}

Cells VerdictCells(const SummaryRow& row, bool counts, bool amounts,
                   const Voice& voice) {
  Cells cells;
  for (const SummaryCell& cell : row) {
    if (counts) cells.push_back(CellCount(cell, voice));
    if (amounts) cells.push_back(SumWords(cell, voice));
  }
  return cells;
}

void Widen(const Cells& cells, std::vector<std::size_t>* widths) {
  widths->resize(std::max(widths->size(), cells.size()), 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    (*widths)[i] = std::max((*widths)[i], DisplayWidth(cells[i]));
  }
}

std::string TextLine(std::string_view name, std::size_t name_width,
                     const Cells& cells,
                     const std::vector<std::size_t>& widths) {
  std::string out = PadRight(Fitted(name, name_width), name_width);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out += std::string(kGap, ' ') + PadLeft(cells[i], widths[i]);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out + "\n";
}

// A table of `per_verdict` columns under each verdict's name.
class Table {
 public:
  Table(const Summary& summary, bool counts, bool amounts, const Voice& voice)
      : voice_(voice), per_verdict_((counts ? 1U : 0U) + (amounts ? 1U : 0U)) {
    for (std::size_t i = 0; i < kVerdicts; ++i) {
      verdicts_.push_back(VerdictWord(static_cast<Verdict>(i), voice.lang));
      if (counts) heads_.push_back(Message(voice.lang, "report.count"));
      if (amounts) heads_.push_back(AmountHead(voice));
    }
    Widen(heads_, &widths_);
    for (const Line& line : LinesOf(summary, voice)) {
      names_.push_back(line.name);
      cells_.push_back(VerdictCells(line.row, counts, amounts, voice));
      Widen(cells_.back(), &widths_);
      name_width_ = std::max(name_width_, DisplayWidth(line.name));
    }
    name_width_ = std::clamp(name_width_, kUsualName, kWidestName);
    WidenForVerdicts();
  }

  std::size_t width() const {
    std::size_t sum = name_width_;
    for (const std::size_t width : widths_) sum += kGap + width;
    return sum;
  }

  // Takes from the names what is too much for `width`.
  void Fit(std::size_t width) {
    const std::size_t over = this->width() > width ? this->width() - width : 0;
    name_width_ =
        std::max(kNarrowestName, name_width_ - std::min(name_width_, over));
  }

  std::string Text() const {
    const std::string rule = std::string(width(), '-') + "\n";
    std::string out = VerdictLine() +
                      TextLine(NameHead(), name_width_, heads_, widths_) + rule;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (i > 0 && i + 1 == cells_.size()) out += rule;
      out += TextLine(names_[i], name_width_, cells_[i], widths_);
    }
    return out;
  }

 private:
  std::string NameHead() const {
    const FieldIndex group = voice_.program.layout.group;
    if (group == kNoField) return {};
    return FieldTitle(voice_.program.layout[group].name, voice_);
  }

  std::size_t VerdictWidth(std::size_t verdict) const {
    std::size_t sum = kGap * (per_verdict_ - 1);
    for (std::size_t i = 0; i < per_verdict_; ++i) {
      sum += widths_[verdict * per_verdict_ + i];
    }
    return sum;
  }

  void WidenForVerdicts() {
    for (std::size_t i = 0; i < kVerdicts; ++i) {
      const std::size_t needed = DisplayWidth(verdicts_[i]);
      const std::size_t has = VerdictWidth(i);
      if (needed > has) {
        widths_[(i + 1) * per_verdict_ - 1] += needed - has;
      }
    }
  }

  std::string VerdictLine() const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < kVerdicts; ++i) {
      widths.push_back(VerdictWidth(i));
    }
    return TextLine("", name_width_, verdicts_, widths);
  }

  const Voice& voice_;
  std::size_t per_verdict_;
  std::size_t name_width_ = 0;
  Cells verdicts_;
  Cells heads_;
  std::vector<std::string> names_;
  std::vector<Cells> cells_;
  std::vector<std::size_t> widths_;
};

// A block a group, a line a verdict: for terminals too narrow for columns.
class BlockTable {
 public:
  BlockTable(const Summary& summary, const Voice& voice)
      : voice_(voice), lines_(LinesOf(summary, voice)) {
    heads_ = {Message(voice.lang, "report.count"), AmountHead(voice)};
    Widen(heads_, &widths_);
    for (const Line& line : lines_) {
      for (const SummaryCell& cell : line.row) {
        Widen({CellCount(cell, voice_), SumWords(cell, voice_)}, &widths_);
      }
    }
    for (std::size_t i = 0; i < kVerdicts; ++i) {
      verdict_width_ = std::max(
          verdict_width_, kGap + DisplayWidth(VerdictWord(
                                     static_cast<Verdict>(i), voice.lang)));
    }
  }

  std::string Text() const {
    std::string out = TextLine("", verdict_width_, heads_, widths_);
    for (const Line& line : lines_) {
      const bool total = &line == &lines_.back();
      if (total) out += std::string(Width(), '-') + "\n";
      out += Fitted(line.name, voice_.width) + "\n" + Rows(line.row, total);
    }
    return out;
  }

 private:
  std::size_t Width() const {
    return verdict_width_ + 2 * kGap + widths_[0] + widths_[1];
  }

  // Verdicts that nothing has are left out, but not of the total.
  std::string Rows(const SummaryRow& row, bool all) const {
    std::string out;
    for (std::size_t i = 0; i < kVerdicts; ++i) {
      if (row[i].records == 0 && !all) continue;
      out += TextLine(std::string(kGap, ' ') +
                          VerdictWord(static_cast<Verdict>(i), voice_.lang),
                      verdict_width_,
                      {CellCount(row[i], voice_), SumWords(row[i], voice_)},
                      widths_);
    }
    return out;
  }

  const Voice& voice_;
  std::vector<Line> lines_;
  Cells heads_;
  std::vector<std::size_t> widths_;
  std::size_t verdict_width_ = 0;
};

}  // namespace

std::string SumWords(const SummaryCell& cell, const Voice& voice) {
  if (!HasAmounts(voice)) return {};
  if (!cell.HasSum()) return "?";
  const auto amount = cell.Amount();
  return amount ? GroupedNumber(voice.lang, *amount)
                : Message(voice.lang, "report.too-large");
}

std::string SummaryTable(const Summary& summary, const Voice& voice) {
  Table all(summary, true, HasAmounts(voice), voice);
  all.Fit(voice.width);
  if (all.width() <= voice.width) return all.Text();
  Table counts(summary, true, false, voice);
  Table amounts(summary, false, true, voice);
  counts.Fit(voice.width);
  amounts.Fit(voice.width);
  if (HasAmounts(voice) &&
      std::max(counts.width(), amounts.width()) <= voice.width) {
    return counts.Text() + "\n" + amounts.Text();
  }
  return BlockTable(summary, voice).Text();
}

}  // namespace sigte

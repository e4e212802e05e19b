// SPDX-License-Identifier: MPL-2.0

// The confusion table and the figures that are read from it, all in integers.

#include "engine/report/score.h"

#include <algorithm>

#include "engine/base/numbers.h"
#include "engine/base/utf8.h"
#include "engine/report/style.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

constexpr std::size_t kUnread = static_cast<std::size_t>(Verdict::kInvalid);

bool AreOpposite(Verdict a, Verdict b) {
  return (a == Verdict::kInclude && b == Verdict::kExclude) ||
         (a == Verdict::kExclude && b == Verdict::kInclude);
}

// Of some, rounded to tenths: "93,7 %".
std::string Percent(std::int64_t part, std::int64_t whole, Lang lang) {
  const std::int64_t tenths = (part * 2'000 + whole) / (whole * 2);
  return DecimalNumber(lang, std::to_string(tenths / 10) + "." +
                                 std::to_string(tenths % 10)) +
         " %";
}

std::string ScopeWord(std::size_t scope, Lang lang) {
  if (scope == kUnread) return Message(lang, "score.unread");
  return VerdictWord(static_cast<Verdict>(scope), lang);
}

std::string PairLine(const Score::Pair& pair, Lang lang) {
  const std::size_t scope = pair.scope ? IndexOf(*pair.scope) : kUnread;
  std::string out =
      "  " + Printable(pair.label.id) + ": " +
      Message(lang, "score.pair",
              {VerdictWord(pair.label.verdict, lang), ScopeWord(scope, lang)});
  if (!pair.label.difficulty.empty()) {
    out += " [" + Printable(pair.label.difficulty) + "]";
  }
  if (!pair.label.note.empty()) out += " – " + Printable(pair.label.note);
  return out + "\n";
}

std::string ShownOf(std::size_t shown, std::size_t all, Lang lang) {
  if (shown == all) return {};
  return "  " +
         Message(lang, "issue.shown-of", {CountText(shown), CountText(all)}) +
         "\n";
}

std::string PairLines(const std::string& heading,
                      const std::vector<Score::Pair>& pairs, std::size_t most,
                      Lang lang) {
  if (pairs.empty()) return {};
  const std::size_t shown = std::min(pairs.size(), most);
  std::string out = "\n" + heading + "\n";
  for (std::size_t i = 0; i < shown; ++i) out += PairLine(pairs[i], lang);
  return out + ShownOf(shown, pairs.size(), lang);
}

}  // namespace

void Score::Add(const ReaderLabel& label, std::optional<Verdict> scope) {
  const std::size_t column = scope ? IndexOf(*scope) : kUnread;
  ++table_[IndexOf(label.verdict) % table_.size()][column];
  ++total_;
  Tally& tally = by_difficulty_[label.difficulty];
  ++tally.total;
  if (scope == label.verdict) {
    ++agreeing_;
    ++tally.agreeing;
  } else if (scope && AreOpposite(*scope, label.verdict)) {
    opposite_.push_back({label, scope});
  } else {
    others_.push_back({label, scope});
  }
}

std::int64_t Score::left_to_people() const {
  std::int64_t left = 0;
  for (const auto& row : table_) left += row[IndexOf(Verdict::kBorderline)];
  return left;
}

std::int64_t Score::AgreementInBasisPoints() const {
  return total_ == 0 ? 0 : agreeing_ * 10'000 / total_;
}

std::string Score::TableText(Lang lang) const {
  const std::string corner = Message(lang, "score.readers");
  std::int64_t unread = 0;
  for (const auto& row : table_) unread += row[kUnread];
  const std::size_t columns = unread == 0 ? kColumns - 1 : kColumns;
  std::size_t first = DisplayWidth(corner);
  for (std::size_t i = 0; i < table_.size(); ++i) {
    first = std::max(first, DisplayWidth(ScopeWord(i, lang)));
  }
  std::vector<std::size_t> widths;
  std::string out = PadRight(corner, first);
  for (std::size_t i = 0; i < columns; ++i) {
    widths.push_back(
        std::max<std::size_t>(7, DisplayWidth(ScopeWord(i, lang))));
    out += "  " + PadLeft(ScopeWord(i, lang), widths[i]);
  }
  out += "\n" + std::string(DisplayWidth(out), '-') + "\n";
  for (std::size_t label = 0; label < table_.size(); ++label) {
    out += PadRight(ScopeWord(label, lang), first);
    for (std::size_t i = 0; i < columns; ++i) {
      out += "  " + PadLeft(GroupedNumber(lang, table_[label][i]), widths[i]);
    }
    out += "\n";
  }
  return out;
}

std::string Score::FiguresText(Lang lang) const {
  const auto count = [&](std::int64_t n) { return GroupedNumber(lang, n); };
  if (total_ == 0) return Message(lang, "score.nothing") + "\n";
  std::string out = Message(lang, "score.agreement",
                            {Percent(agreeing_, total_, lang), count(agreeing_),
                             count(total_)}) +
                    "\n";
  out += Message(lang, "score.opposite",
                 {count(static_cast<std::int64_t>(opposite_.size()))}) +
         "\n";
  out += Message(lang, "score.left",
                 {Percent(left_to_people(), total_, lang),
                  count(left_to_people()), count(total_)}) +
         "\n";
  const auto line = [&](const std::string& name, const Tally& tally) {
    return Message(lang, "score.difficulty",
                   {name, Percent(tally.agreeing, tally.total, lang),
                    count(tally.agreeing), count(tally.total)}) +
           "\n";
  };
  std::string unnamed;
  for (const auto& [difficulty, tally] : by_difficulty_) {
    if (difficulty.empty()) {
      unnamed = line(Message(lang, "score.no-difficulty"), tally);
    } else {
      out += line(Printable(difficulty), tally);
    }
  }
  // Last, so that the lines add up; alone it would say nothing.
  return by_difficulty_.size() > 1 ? out + unnamed : out;
}

std::string Score::ToText(Lang lang, std::size_t most) const {
  std::string out = TableText(lang) + "\n" + FiguresText(lang);
  if (unlabelled_ > 0) {
    out +=
        Message(lang, "score.unlabelled", {GroupedNumber(lang, unlabelled_)}) +
        "\n";
  }
  out += PairLines(Message(lang, "score.opposite-list"), opposite_, most, lang);
  out += PairLines(Message(lang, "score.others-list"), others_, most, lang);
  if (missing_.empty()) return out;
  out += "\n" + Message(lang, "score.missing") + "\n";
  const std::size_t shown = std::min(missing_.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    out += "  " + Printable(missing_[i]) + "\n";
  }
  return out + ShownOf(shown, missing_.size(), lang);
}

}  // namespace sigte

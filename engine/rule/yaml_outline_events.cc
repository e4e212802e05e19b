// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/yaml_outline_events.h"

#include <utility>

namespace sigte {

YAML::Mark OutlineEvents::InText(Mark mark) {
  if (mark.pos < 0) return mark;  // of nothing
  const auto at = static_cast<std::size_t>(mark.pos);
  const std::vector<Emptied>& all = outline_.emptied;
  while (before_ < all.size() && all[before_].at < at) ++before_;
  while (before_ > 0 && all[before_ - 1].at >= at) --before_;
  if (before_ == 0) return mark;
  const Emptied& last = all[before_ - 1];
  mark.pos += static_cast<int>(last.span.end - (last.at + last.length));
  return mark;
}

void OutlineEvents::OnScalar(const Mark& mark, const std::string& tag,
                             YAML::anchor_t anchor, const std::string& value) {
  const auto at = static_cast<std::size_t>(mark.pos);
  if (found_all() || at < outline_.emptied[next_].at) {
    to_.OnScalar(InText(mark), tag, anchor, value);
    return;
  }
  const Emptied& emptied = outline_.emptied[next_++];
  const bool is_literal = emptied.kind == Emptied::Kind::kLiteral;
  if (at != emptied.at || value != (is_literal ? kEmptiedLiteral : "")) {
    throw NotAsOutlined();
  }
  Tell(emptied, InText(mark));
}

// The tags are those that yaml-cpp gives to what has none: "!" in quotes and
// in blocks, "?" elsewhere.
void OutlineEvents::Tell(const Emptied& emptied, const Mark& mark) {
  switch (emptied.kind) {
    case Emptied::Kind::kQuoted:
      return TellPart({FlowPart::Kind::kQuoted, emptied.span}, mark);
    case Emptied::Kind::kLiteral:
      return to_.OnScalar(mark, "!", YAML::NullAnchor,
                          LiteralText(emptied, text_));
    case Emptied::Kind::kFlow:
      for (std::size_t i = 0; i < emptied.part_count; ++i) {
        TellPart(outline_.parts[emptied.first_part + i], mark);
      }
  }
}

void OutlineEvents::TellPart(const FlowPart& part, Mark mark) {
  const auto [begin, end] = part.span;
  mark.pos = static_cast<int>(begin);
  const std::string_view text = text_.substr(begin, end - begin);
  constexpr auto kNone = YAML::NullAnchor;
  constexpr auto kFlow = YAML::EmitterStyle::Flow;
  switch (part.kind) {
    case FlowPart::Kind::kList:
      return to_.OnSequenceStart(mark, "?", kNone, kFlow);
    case FlowPart::Kind::kListEnd: return to_.OnSequenceEnd();
    case FlowPart::Kind::kMap: return to_.OnMapStart(mark, "?", kNone, kFlow);
    case FlowPart::Kind::kMapEnd: return to_.OnMapEnd();
    case FlowPart::Kind::kQuoted:
      return to_.OnScalar(mark, "!", kNone,
                          std::string(text.substr(1, text.size() - 2)));
    case FlowPart::Kind::kWord:
      return to_.OnScalar(mark, "?", kNone, std::string(text));
  }
}

}  // namespace sigte

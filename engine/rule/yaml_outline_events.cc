// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/yaml_outline_events.h"

namespace sigte {

YAML::Mark OutlineEvents::InText(Mark mark) {
  if (mark.pos < 0) return mark;  // of nothing
  const auto at = static_cast<std::size_t>(mark.pos);
  while (before_ < scalars_.size() && scalars_[before_].at < at) ++before_;
  while (before_ > 0 && scalars_[before_ - 1].at >= at) --before_;
  if (before_ == 0) return mark;
  const EmptiedScalar& last = scalars_[before_ - 1];
  mark.pos += static_cast<int>(last.span.end - (last.at + last.length));
  return mark;
}

void OutlineEvents::OnScalar(const Mark& mark, const std::string& tag,
                             YAML::anchor_t anchor, const std::string& value) {
  if (found_all() || static_cast<std::size_t>(mark.pos) < scalars_[next_].at) {
    to_.OnScalar(InText(mark), tag, anchor, value);
    return;
  }
  const EmptiedScalar& scalar = scalars_[next_++];
  const std::string_view instead = scalar.indent > 0 ? kEmptiedLiteral : "";
  if (static_cast<std::size_t>(mark.pos) != scalar.at || value != instead) {
    throw NotAsOutlined();
  }
  to_.OnScalar(InText(mark), tag, anchor, TextOf(scalar, text_));
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/entry_view.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace sigte::audit {
namespace {

// Past the string that begins at `at`.
std::size_t SkipString(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2U : 1U;
  return at + 1;
}

// Past the value that begins at `at`.
std::size_t SkipValue(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = SkipString(text, at);
      continue;
    }
    if (depth == 0 && (c == ',' || c == '}')) return at;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    ++at;
  }
  return text.size();
}

}  // namespace

EntryView::EntryView(std::string_view text) : text_(text) {
  std::size_t at = 1;
  while (at < text.size() && text[at] == '"' && count_ < kMembers) {
    const std::size_t begin = at + 1;
    const std::size_t colon = SkipString(text, at);
    if (colon >= text.size()) return;
    const std::size_t end = SkipValue(text, colon + 1);
    members_[count_++] = {text.substr(begin, colon - 1 - begin),
                          text.substr(colon + 1, end - colon - 1)};
    at = end + 1;
  }
}

std::optional<std::string_view> InsideOfList(std::string_view raw) {
  if (!raw.starts_with('[') || !raw.ends_with(']')) return std::nullopt;
  return raw.substr(1, raw.size() - 2);
}

std::string_view TakeElement(std::string_view* rest) {
  const std::size_t end = SkipValue(*rest, 0);
  const std::string_view element = rest->substr(0, end);
  rest->remove_prefix(std::min(end + 1, rest->size()));
  return element;
}

std::string_view EntryView::Raw(std::string_view name) const {
  for (std::size_t i = 0; i < count_; ++i) {
    if (members_[i].first == name) return members_[i].second;
  }
  return {};
}

std::string_view EntryView::Text(std::string_view name) const {
  const std::string_view raw = Raw(name);
  if (raw.size() < 2 || raw.front() != '"' ||
      raw.find('\\') != std::string_view::npos) {
    return {};
  }
  return raw.substr(1, raw.size() - 2);
}

std::optional<std::int64_t> EntryView::Integer(std::string_view name) const {
  const std::string_view raw = Raw(name);
  std::int64_t value = 0;
  const auto [stop, error] =
      std::from_chars(raw.data(), raw.data() + raw.size(), value);
  if (raw.empty() || error != std::errc() || stop != raw.data() + raw.size()) {
    return std::nullopt;
  }
  return value;
}

std::optional<std::uint64_t> EntryView::Count(std::string_view name) const {
  const auto value = Integer(name);
  if (!value || *value < 0) return std::nullopt;
  return static_cast<std::uint64_t>(*value);
}

}  // namespace sigte::audit

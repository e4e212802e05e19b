// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/tile_path.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sigte::audit {
namespace {

constexpr std::string_view kRoot = "tile/";
constexpr std::string_view kEntries = "entries";
constexpr std::string_view kPartial = ".p/";

std::optional<unsigned> ReadLevel(std::string_view text) {
  if (text == kEntries) return kEntriesLevel;
  const auto level = ReadSize(text);
  if (!level || *level >= kMaxLevels) return std::nullopt;
  return static_cast<unsigned>(*level);
}

// "x001/x234/067" → 1234067; checked by being written again.
std::optional<std::uint64_t> ReadIndex(std::string_view text) {
  std::uint64_t index = 0;
  for (const char c : text) {
    if (c == 'x' || c == '/') continue;
    if (c < '0' || c > '9' || index > kMaxSize) return std::nullopt;
    index = index * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return index;
}

}  // namespace

std::optional<std::uint64_t> ReadSize(std::string_view digits) {
  std::uint64_t size = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, size);
  const bool leads = digits.size() > 1 && digits.front() == '0';
  if (digits.empty() || leads || error != std::errc() || stop != end ||
      size > kMaxSize) {
    return std::nullopt;
  }
  return size;
}

std::string TilePath(const TileName& name) {
  std::string digits = fmt::format("{:03}", name.index % 1000);
  for (std::uint64_t rest = name.index / 1000; rest > 0; rest /= 1000) {
    digits.insert(0, fmt::format("x{:03}/", rest % 1000));
  }
  std::string path(kRoot);
  path += name.level == kEntriesLevel ? std::string(kEntries)
                                      : std::to_string(name.level);
  path += "/" + digits;
  if (name.width < kTileWidth) {
    path += std::string(kPartial) + std::to_string(name.width);
  }
  return path;
}

std::optional<TileName> ParseTilePath(std::string_view path) {
  std::string_view rest = path;
  if (!rest.starts_with(kRoot)) return std::nullopt;
  rest.remove_prefix(kRoot.size());
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  TileName name;
  const auto level = ReadLevel(rest.substr(0, slash));
  if (!level || slash == rest.size()) return std::nullopt;
  name.level = *level;
  rest.remove_prefix(slash + 1);
  if (const std::size_t at = rest.find(kPartial); at != rest.npos) {
    const auto width = ReadSize(rest.substr(at + kPartial.size()));
    if (!width || *width == 0 || *width >= kTileWidth) return std::nullopt;
    name.width = static_cast<std::size_t>(*width);
    rest = rest.substr(0, at);
  }
  const auto index = ReadIndex(rest);
  if (!index) return std::nullopt;
  name.index = *index;
  if (TilePath(name) != path) return std::nullopt;
  return name;
}

std::uint64_t WidthOfLevel(unsigned level, std::uint64_t size) {
  if (level == kEntriesLevel) return size;
  const unsigned shift = level * kTileHeight;
  return shift >= 64 ? 0 : size >> shift;
}

}  // namespace sigte::audit

// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

/// Looks into an entry without building a tree: a million of them are read in
/// seconds.
namespace sigte::audit {

/// A canonical JSON object (canonical.h). Borrows the text.
class EntryView {
 public:
  /// `text` must be canonical; of anything else nothing is found.
  explicit EntryView(std::string_view text);

  std::string_view text() const { return text_; }
  /// Name and value as they stand, in order; of many members the first ones.
  std::span<const std::pair<std::string_view, std::string_view>> members()
      const {
    return {members_.data(), count_};
  }

  /// The value of a top-level member as it stands ("\"include\"", "12");
  /// empty where there is none.
  std::string_view Raw(std::string_view name) const;
  /// A text without its quotes; empty for another kind or one with escapes.
  std::string_view Text(std::string_view name) const;
  std::optional<std::int64_t> Integer(std::string_view name) const;
  /// The same, where it is not negative.
  std::optional<std::uint64_t> Count(std::string_view name) const;
  bool IsNull(std::string_view name) const { return Raw(name) == "null"; }

 private:
  /// No entry of ours has more members; later ones are not found.
  static constexpr std::size_t kMembers = 24;

  std::string_view text_;
  std::array<std::pair<std::string_view, std::string_view>, kMembers> members_;
  std::size_t count_ = 0;
};

/// What is between the brackets of a canonical list; nullopt for another kind.
std::optional<std::string_view> InsideOfList(std::string_view raw);
/// Takes the first value off what is left of the inside of a list.
std::string_view TakeElement(std::string_view* rest);

}  // namespace sigte::audit

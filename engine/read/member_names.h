// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sigte {

/// Finds out whether a member is given twice in an object, for all the objects
/// that are open at a time. A few members are compared as they come; many are
/// sorted when the object ends, so that no text costs the square of its size.
class MemberNames {
 public:
  /// What the names of one open object need.
  struct Mark {
    std::size_t first = 0;
    std::uint64_t seen = 0;  ///< one bit a name; a bit met twice is looked into
  };

  void Clear() { names_.clear(); }
  Mark Open() const { return {names_.size(), 0}; }

  /// False when `name` is there already and few are. Eight bytes must be
  /// readable at name.data().
  bool Add(Mark* mark, std::string_view name);

  /// Ends the object of `mark`, the innermost; false when a name came twice.
  bool Close(const Mark& mark);

 private:
  struct Name {
    std::uint64_t print;  // equal names have equal ones
    std::string_view text;

    friend auto operator<=>(const Name&, const Name&) = default;
  };

  static constexpr std::size_t kFew = 32;

  static std::uint64_t PrintOf(std::string_view name);
  bool Has(std::size_t first, const Name& name) const;

  std::vector<Name> names_;
};

}  // namespace sigte

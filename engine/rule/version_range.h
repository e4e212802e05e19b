// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// Which versions of the program somebody asks for: ">=0.1, <0.2".
namespace sigte {

/// Clauses between commas, all of which must hold: a version after ==, !=, <,
/// <=, > or >=; nothing before it means ==. Numbers that are left out are 0, so
/// that 0.1 is 0.1.0, as PEP 440 has it.
class VersionRange {
 public:
  /// nullopt where `text` is no range. Versions have one to four numbers.
  static std::optional<VersionRange> Parse(std::string_view text);

  /// False, too, where `version` is none.
  bool Contains(std::string_view version) const;

 private:
  using Version = std::array<std::uint32_t, 4>;
  enum class Relation : std::uint8_t {
    kEqual,
    kNotEqual,
    kLess,
    kAtMost,
    kGreater,
    kAtLeast,
  };
  struct Clause {
    Relation relation = Relation::kEqual;
    Version version = {};
  };

  static std::optional<Version> ParseVersion(std::string_view text);
  static std::optional<Clause> ParseClause(std::string_view text);
  static bool Holds(const Clause& clause, const Version& version);

  std::vector<Clause> clauses_;
};

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/version_range.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace sigte {
namespace {

constexpr std::size_t kMaxClauses = 16;

std::string_view Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

}  // namespace

std::optional<VersionRange::Version> VersionRange::ParseVersion(
    std::string_view text) {
  Version version = {};
  for (std::uint32_t& number : version) {
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc()) return std::nullopt;
    if (stop == end) return version;
    if (*stop != '.') return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()) + 1);
  }
  return std::nullopt;  // a fifth number
}

std::optional<VersionRange::Clause> VersionRange::ParseClause(
    std::string_view text) {
  // The longer before the shorter that they begin with.
  constexpr std::array<std::pair<std::string_view, Relation>, 6> kRelations = {
      {{"==", Relation::kEqual},
       {"!=", Relation::kNotEqual},
       {"<=", Relation::kAtMost},
       {">=", Relation::kAtLeast},
       {"<", Relation::kLess},
       {">", Relation::kGreater}}};
  Clause clause;
  text = Trimmed(text);
  for (const auto& [sign, relation] : kRelations) {
    if (!text.starts_with(sign)) continue;
    clause.relation = relation;
    text = Trimmed(text.substr(sign.size()));
    break;
  }
  const auto version = ParseVersion(text);
  if (!version) return std::nullopt;
  clause.version = *version;
  return clause;
}

std::optional<VersionRange> VersionRange::Parse(std::string_view text) {
  VersionRange range;
  while (true) {
    const std::size_t comma = text.find(',');
    const auto clause = ParseClause(text.substr(0, comma));
    if (!clause || range.clauses_.size() == kMaxClauses) return std::nullopt;
    range.clauses_.push_back(*clause);
    if (comma == std::string_view::npos) return range;
    text.remove_prefix(comma + 1);
  }
}

bool VersionRange::Holds(const Clause& clause, const Version& version) {
  switch (clause.relation) {
    case Relation::kEqual: return version == clause.version;
    case Relation::kNotEqual: return version != clause.version;
    case Relation::kLess: return version < clause.version;
    case Relation::kAtMost: return version <= clause.version;
    case Relation::kGreater: return version > clause.version;
    case Relation::kAtLeast: return version >= clause.version;
  }
  return false;
}

bool VersionRange::Contains(std::string_view version) const {
  const auto parsed = ParseVersion(version);
  return parsed && std::ranges::all_of(clauses_, [&](const Clause& clause) {
           return Holds(clause, *parsed);
         });
}

}  // namespace sigte

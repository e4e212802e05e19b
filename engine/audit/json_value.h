// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// A JSON value of our own making, for entries and receipts: small, owned, and
/// with members in any order. Submissions are read by engine/read instead.
namespace sigte::audit {

class JsonValue {
 public:
  using List = std::vector<JsonValue>;
  using Members = std::vector<std::pair<std::string, JsonValue>>;

  JsonValue() = default;                                           // null
  JsonValue(std::nullptr_t) {}                                     // NOLINT
  JsonValue(bool value) : value_(value) {}                         // NOLINT
  JsonValue(std::int64_t value) : value_(value) {}                 // NOLINT
  JsonValue(double value) : value_(value) {}                       // NOLINT
  JsonValue(std::string text) : value_(std::move(text)) {}         // NOLINT
  JsonValue(std::string_view text) : value_(std::string(text)) {}  // NOLINT
  JsonValue(const char* text) : value_(std::string(text)) {}       // NOLINT
  JsonValue(List list) : value_(std::move(list)) {}                // NOLINT
  JsonValue(Members members) : value_(std::move(members)) {}       // NOLINT

  /// A count or an index of ours.
  static JsonValue Number(std::uint64_t value) {
    return JsonValue(static_cast<std::int64_t>(value));
  }

  bool is_null() const { return std::holds_alternative<Null>(value_); }
  /// Null where the value is of another kind.
  const bool* boolean() const { return std::get_if<bool>(&value_); }
  const std::int64_t* integer() const {
    return std::get_if<std::int64_t>(&value_);
  }
  const double* real() const { return std::get_if<double>(&value_); }
  const std::string* text() const { return std::get_if<std::string>(&value_); }
  const List* list() const { return std::get_if<List>(&value_); }
  const Members* members() const { return std::get_if<Members>(&value_); }

  /// The member of that name; null where there is none or this is no object.
  const JsonValue* Find(std::string_view name) const;
  /// The member's text, or integer; empty, or nullopt, where it is none.
  std::string_view TextOf(std::string_view name) const;
  std::optional<std::uint64_t> CountOf(std::string_view name) const;

 private:
  using Null = std::monostate;
  std::variant<Null, bool, std::int64_t, double, std::string, List, Members>
      value_;
};

/// Reads one JSON text (RFC 8259, and I-JSON, RFC 7493: no name twice, no lone
/// surrogate, UTF-8 only). Whole numbers up to 2^53 become integers, all others
/// doubles. Depth is bounded. nullopt where `text` is anything else.
std::optional<JsonValue> ParseJson(std::string_view text);

}  // namespace sigte::audit

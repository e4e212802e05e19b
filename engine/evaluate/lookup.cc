// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/lookup.h"

#include <algorithm>

#include "engine/evaluate/operations_internal.h"

namespace sigte {

bool KeyBefore(const Value& a, const Value& b) {
  if (a.kind() == Kind::kInt && b.kind() == Kind::kInt) {
    return a.int_value() < b.int_value();
  }
  if (a.is_number() != b.is_number()) return a.is_number();
  if (a.is_number()) return a.decimal_value() < b.decimal_value();
  return a.text() < b.text();
}

Value Lookup(const CompiledTable& table, const Value& key) {
  const CauseSet causes = Hindrance(key, kNumbers | kTexts);
  if (causes != kNoCause) return Value::Unknown(causes);
  const auto row = std::ranges::lower_bound(
      table.rows, key, KeyBefore,
      [](const auto& entry) -> const Value& { return entry.first; });
  const bool found = row != table.rows.end() && !KeyBefore(key, row->first);
  return found ? row->second : Value::Unknown(kMissing);
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/lookup.h"

#include <algorithm>

#include "engine/evaluate/operations_internal.h"

namespace sigte {

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

// SPDX-License-Identifier: MPL-2.0

// Values that carry numbers, their comparison and their text.
#include "engine/record/value.h"

#include <type_traits>

#include "engine/base/json_writer.h"

namespace sigte {

static_assert(sizeof(Value) == 32);
static_assert(std::is_trivially_copyable_v<Value>);

std::string_view CauseName(Cause cause) {
  switch (cause) {
    case kMissing: return "missing";
    case kUnclear: return "unclear";
    case kQuestion: return "question";
    case kError: return "error";
    case kNoCause: break;
  }
  return "";
}

bool KeyBefore(const Value& a, const Value& b) {
  if (a.kind() == Kind::kInt && b.kind() == Kind::kInt) {
    return a.int_value() < b.int_value();
  }
  if (a.is_number() != b.is_number()) return a.is_number();
  if (a.is_number()) return a.decimal_value() < b.decimal_value();
  return a.text() < b.text();
}

bool Identical(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Kind::kUnknown: return a.causes() == b.causes();
    case Kind::kBool: return a.is_true() == b.is_true();
    case Kind::kInt: return a.int_value() == b.int_value();
    case Kind::kDecimal: return a.decimal_value() == b.decimal_value();
    case Kind::kText: return a.text() == b.text();
    case Kind::kList: break;
  }
  if (a.count() != b.count()) return false;
  for (std::size_t i = 0; i < a.count(); ++i) {
    if (!Identical(a.items()[i], b.items()[i])) return false;
  }
  return true;
}

namespace {

std::string ListText(const Value& list) {
  std::string out = "[";
  for (std::size_t i = 0; i < list.count(); ++i) {
    out += (i == 0 ? "" : ", ") + ToString(list.items()[i]);
  }
  return out + "]";
}

}  // namespace

std::string ToString(const Value& value) {
  switch (value.kind()) {
    case Kind::kUnknown: break;
    case Kind::kBool: return value.is_true() ? "true" : "false";
    case Kind::kInt: return std::to_string(value.int_value());
    case Kind::kDecimal: return value.decimal_value().ToString();
    case Kind::kText: return JsonText(value.text());
    case Kind::kList: return ListText(value);
  }
  return "unknown";
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/types.h"

#include <algorithm>

namespace sigte {

bool IsNumber(Type type) {
  return type == Type::kInt || type == Type::kDecimal;
}

bool IsList(Type type) { return type >= Type::kBoolList; }

Type ListOf(Type element) {
  switch (element) {
    case Type::kBool: return Type::kBoolList;
    case Type::kInt: return Type::kIntList;
    case Type::kDecimal: return Type::kDecimalList;
    case Type::kText: return Type::kTextList;
    default: return Type::kAnyList;
  }
}

Type ElementOf(Type list) {
  switch (list) {
    case Type::kBoolList: return Type::kBool;
    case Type::kIntList: return Type::kInt;
    case Type::kDecimalList: return Type::kDecimal;
    case Type::kTextList: return Type::kText;
    default: return Type::kAny;
  }
}

bool Comparable(Type a, Type b) {
  if (a == b || a == Type::kAny || b == Type::kAny) return true;
  if (IsNumber(a) && IsNumber(b)) return true;
  return IsList(a) && IsList(b) && Comparable(ElementOf(a), ElementOf(b));
}

Type CommonType(Type a, Type b) {
  if (a == b) return a;
  if (a == Type::kAny) return b;
  if (b == Type::kAny) return a;
  if (IsNumber(a) && IsNumber(b)) return Type::kDecimal;
  if (IsList(a) && IsList(b)) {
    return ListOf(CommonType(ElementOf(a), ElementOf(b)));
  }
  return Type::kAny;
}

LocalText TypeWords(Type type) {
  switch (type) {
    case Type::kAny: return Message("type.any");
    case Type::kBool: return Message("type.bool");
    case Type::kInt:
    case Type::kDecimal: return Message("type.number");
    case Type::kText: return Message("type.text");
    default: return Message("type.list");
  }
}

Type TypeOfField(const Field& field) {
  Type type = Type::kText;
  switch (field.type) {
    case FieldType::kBool: type = Type::kBool; break;
    case FieldType::kInt: type = Type::kInt; break;
    case FieldType::kDecimal: type = Type::kDecimal; break;
    case FieldType::kText: break;
  }
  return field.is_list ? ListOf(type) : type;
}

Type TypeOfValue(const Value& value) {
  switch (value.kind()) {
    case Kind::kBool: return Type::kBool;
    case Kind::kInt: return Type::kInt;
    case Kind::kDecimal: return Type::kDecimal;
    case Kind::kText: return Type::kText;
    case Kind::kList: return Type::kAnyList;
    case Kind::kUnknown: break;
  }
  return Type::kAny;
}

// Three digits behind the point, of which the last says nothing, and before it
// at most three that do.
std::string WithoutThousands(std::string_view number) {
  const bool negative = number.starts_with('-');
  if (negative) number.remove_prefix(1);
  const std::size_t point = number.find('.');
  if (point == number.npos || point == 0 || point > 3 || number[0] == '0' ||
      number.size() != point + 4 || !number.ends_with('0')) {
    return {};
  }
  std::string plain(number.substr(0, point));
  plain += number.substr(point + 1);
  const bool digits =
      std::ranges::all_of(plain, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return {};
  return negative ? "-" + plain : plain;
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/messages.h"
#include "engine/record/layout.h"
#include "engine/rule/checker.h"

/// What is known of an expression's value before there is a record.
namespace sigte {

/// A type, and the texts that alone can stand there (null: any).
struct TypeInfo {
  Type type = Type::kAny;
  const std::vector<FieldChoice>* choices = nullptr;
};

bool IsNumber(Type type);
bool IsList(Type type);
Type ListOf(Type element);
Type ElementOf(Type list);

/// Whether values of the two types can be compared: equal but for int and
/// decimal, which are one, and kAny, which may be all.
bool Comparable(Type a, Type b);

/// The type that both are; kAny where they are not comparable.
Type CommonType(Type a, Type b);

/// The whole number that "1.000" or "2.500" would be if its point stood between
/// thousands: "1000"; empty where no reader could take it so.
std::string WithoutThousands(std::string_view number);

/// "a text", "a number" … for messages.
LocalText TypeWords(Type type);

Type TypeOfField(const Field& field);
Type TypeOfValue(const Value& value);

}  // namespace sigte

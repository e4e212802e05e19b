// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/base/messages.h"
#include "engine/record/missing_markers.h"

/// The fields of a record: their names, types and what people call them. Made
/// from the submission schema (engine/schema/layout_reader.h).
namespace sigte {

enum class FieldType : std::uint8_t { kBool, kInt, kDecimal, kText };

/// One allowed value of a field with closed values.
struct FieldChoice {
  std::string value;
  LocalText title;
  LocalText description;
  std::vector<std::string> aliases = {};  ///< what people also call it
};

struct Field {
  std::string name;
  FieldType type = FieldType::kText;
  bool is_list = false;        ///< a list of that type
  bool of_group = false;       ///< may stand once for a whole file of records
  bool of_file = false;        ///< stands with the file only, never in a record
  bool asked_of_file = false;  ///< the file must say it for its records
  bool required = false;
  bool nullable = false;  ///< null is an answer that says nothing
  std::string number;     ///< the questionnaire's: "1", "K2"; may be empty
  LocalText title;
  LocalText description;
  LocalText unit;                         ///< empty where the value has none
  std::vector<std::string> unit_aliases;  ///< what people also call the unit
  std::vector<std::string> other_units;   ///< words of units that it is not in
  std::vector<FieldChoice> choices;       ///< empty where the values are open
  std::vector<std::string> aliases;       ///< what people also call it
  /// What null is called where it is one of the closed values.
  std::vector<std::string> null_names;
  // Bounds of the values, where the schema has some.
  std::optional<Decimal> minimum;
  std::optional<Decimal> maximum;
  std::optional<Decimal> exclusive_minimum;
  std::optional<Decimal> exclusive_maximum;
  // Of a text, in code points.
  std::size_t min_length = 0;
  std::optional<std::size_t> max_length;
};

using FieldIndex = std::uint32_t;
inline constexpr FieldIndex kNoField = 0xFFFFFFFF;

class Layout {
 public:
  void Add(Field field) { fields_.push_back(std::move(field)); }
  const std::vector<Field>& fields() const { return fields_; }
  const Field& operator[](FieldIndex index) const { return fields_[index]; }
  std::size_t size() const { return fields_.size(); }

  FieldIndex Find(std::string_view name) const;  ///< or kNoField
  std::vector<std::string> Names() const;

  // What the ruleset's manifest says of the records (record/record.h).
  std::string list_member;       ///< the file's list of records: "initiatives"
  FieldIndex id = kNoField;      ///< what tells records of a file apart
  FieldIndex group = kNoField;   ///< whose records they are
  FieldIndex title = kNoField;   ///< what people call the record
  FieldIndex amount = kNoField;  ///< what the summary adds up
  MissingMarkers missing_markers;

 private:
  std::vector<Field> fields_;
};

}  // namespace sigte

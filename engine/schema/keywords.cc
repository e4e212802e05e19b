// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/keywords.h"

#include "engine/schema/key_table.h"

namespace sigte::schema {
namespace {

constexpr VocabularySet kEveryFormat = kFormatAnnotation | kFormatAssertion;

constexpr std::array<Keyword, kWordCount> kKeywords = {{
    {Word::kSchema, "$schema", kCore, Shape::kNone},
    {Word::kId, "$id", kCore, Shape::kNone},
    {Word::kRef, "$ref", kCore, Shape::kNone},
    {Word::kAnchor, "$anchor", kCore, Shape::kNone},
    {Word::kDynamicRef, "$dynamicRef", kCore, Shape::kNone},
    {Word::kDynamicAnchor, "$dynamicAnchor", kCore, Shape::kNone},
    {Word::kVocabulary, "$vocabulary", kCore, Shape::kNone},
    {Word::kComment, "$comment", kCore, Shape::kNone},
    {Word::kDefs, "$defs", kCore, Shape::kMap},
    {Word::kDefinitions, "definitions", kCore, Shape::kMap},
    {Word::kPrefixItems, "prefixItems", kApplicator, Shape::kList},
    {Word::kItems, "items", kApplicator, Shape::kSchema},
    {Word::kContains, "contains", kApplicator, Shape::kSchema},
    {Word::kAdditionalProperties, "additionalProperties", kApplicator,
     Shape::kSchema},
    {Word::kProperties, "properties", kApplicator, Shape::kMap},
    {Word::kPatternProperties, "patternProperties", kApplicator, Shape::kMap},
    {Word::kDependentSchemas, "dependentSchemas", kApplicator, Shape::kMap},
    {Word::kDependencies, "dependencies", kApplicator, Shape::kMapOrNames},
    {Word::kPropertyNames, "propertyNames", kApplicator, Shape::kSchema},
    {Word::kIf, "if", kApplicator, Shape::kSchema},
    {Word::kThen, "then", kApplicator, Shape::kSchema},
    {Word::kElse, "else", kApplicator, Shape::kSchema},
    {Word::kAllOf, "allOf", kApplicator, Shape::kList},
    {Word::kAnyOf, "anyOf", kApplicator, Shape::kList},
    {Word::kOneOf, "oneOf", kApplicator, Shape::kList},
    {Word::kNot, "not", kApplicator, Shape::kSchema},
    {Word::kUnevaluatedItems, "unevaluatedItems", kUnevaluated, Shape::kSchema},
    {Word::kUnevaluatedProperties, "unevaluatedProperties", kUnevaluated,
     Shape::kSchema},
    {Word::kType, "type", kValidation, Shape::kNone},
    {Word::kConst, "const", kValidation, Shape::kNone},
    {Word::kEnum, "enum", kValidation, Shape::kNone},
    {Word::kMultipleOf, "multipleOf", kValidation, Shape::kNone},
    {Word::kMaximum, "maximum", kValidation, Shape::kNone},
    {Word::kExclusiveMaximum, "exclusiveMaximum", kValidation, Shape::kNone},
    {Word::kMinimum, "minimum", kValidation, Shape::kNone},
    {Word::kExclusiveMinimum, "exclusiveMinimum", kValidation, Shape::kNone},
    {Word::kMaxLength, "maxLength", kValidation, Shape::kNone},
    {Word::kMinLength, "minLength", kValidation, Shape::kNone},
    {Word::kPattern, "pattern", kValidation, Shape::kNone},
    {Word::kMaxItems, "maxItems", kValidation, Shape::kNone},
    {Word::kMinItems, "minItems", kValidation, Shape::kNone},
    {Word::kUniqueItems, "uniqueItems", kValidation, Shape::kNone},
    {Word::kMaxContains, "maxContains", kValidation, Shape::kNone},
    {Word::kMinContains, "minContains", kValidation, Shape::kNone},
    {Word::kMaxProperties, "maxProperties", kValidation, Shape::kNone},
    {Word::kMinProperties, "minProperties", kValidation, Shape::kNone},
    {Word::kRequired, "required", kValidation, Shape::kNone},
    {Word::kDependentRequired, "dependentRequired", kValidation, Shape::kNone},
    {Word::kFormat, "format", kEveryFormat, Shape::kNone},
    {Word::kTitle, "title", kMetaData, Shape::kNone},
    {Word::kDescription, "description", kMetaData, Shape::kNone},
    {Word::kDefault, "default", kMetaData, Shape::kNone},
    {Word::kDeprecated, "deprecated", kMetaData, Shape::kNone},
    {Word::kReadOnly, "readOnly", kMetaData, Shape::kNone},
    {Word::kWriteOnly, "writeOnly", kMetaData, Shape::kNone},
    {Word::kExamples, "examples", kMetaData, Shape::kNone},
    {Word::kContentEncoding, "contentEncoding", kContent, Shape::kNone},
    {Word::kContentMediaType, "contentMediaType", kContent, Shape::kNone},
    {Word::kContentSchema, "contentSchema", kContent, Shape::kSchema},
}};

constexpr bool InOrder() {
  for (std::size_t i = 0; i < kKeywords.size(); ++i) {
    if (static_cast<std::size_t>(kKeywords[i].word) != i) return false;
  }
  return true;
}
static_assert(InOrder(), "rows must stand in the order of Word");

KeyTable MakeTable() {
  KeyTable table;
  for (const Keyword& keyword : kKeywords) table.Add(keyword.name);
  return table;
}

}  // namespace

const Keyword* FindKeyword(std::string_view name) {
  static const KeyTable kTable = MakeTable();
  const std::uint32_t index = kTable.Find(name);
  return index == KeyTable::kAbsent ? nullptr : &kKeywords[index];
}

const std::array<Keyword, kWordCount>& AllKeywords() { return kKeywords; }

VocabularySet VocabularyOf(std::string_view uri) {
  constexpr std::string_view kPrefix =
      "https://json-schema.org/draft/2020-12/vocab/";
  if (!uri.starts_with(kPrefix)) return 0;
  constexpr std::array<std::pair<std::string_view, Vocabulary>, 8> kNames = {
      {{"core", kCore},
       {"applicator", kApplicator},
       {"unevaluated", kUnevaluated},
       {"validation", kValidation},
       {"meta-data", kMetaData},
       {"format-annotation", kFormatAnnotation},
       {"format-assertion", kFormatAssertion},
       {"content", kContent}}};
  for (const auto& [name, vocabulary] : kNames) {
    if (uri.substr(kPrefix.size()) == name) return vocabulary;
  }
  return 0;
}

}  // namespace sigte::schema

// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// The keywords of draft 2020-12: their vocabulary and where schemas lie in
/// their values.
namespace sigte::schema {

enum Vocabulary : std::uint8_t {
  kCore = 1,
  kApplicator = 2,
  kUnevaluated = 4,
  kValidation = 8,
  kMetaData = 16,
  kFormatAnnotation = 32,
  kFormatAssertion = 64,
  kContent = 128,
};
using VocabularySet = std::uint8_t;

/// What the standard's own metaschema asks for.
inline constexpr VocabularySet kStandardVocabularies =
    kCore | kApplicator | kUnevaluated | kValidation | kMetaData |
    kFormatAnnotation | kContent;

inline constexpr std::string_view kDraftUri =
    "https://json-schema.org/draft/2020-12/schema";

/// The vocabulary of a URI; 0 where it is none of the standard's.
VocabularySet VocabularyOf(std::string_view uri);

enum class Word : std::uint8_t {
  kSchema,
  kId,
  kRef,
  kAnchor,
  kDynamicRef,
  kDynamicAnchor,
  kVocabulary,
  kComment,
  kDefs,
  kDefinitions,
  kPrefixItems,
  kItems,
  kContains,
  kAdditionalProperties,
  kProperties,
  kPatternProperties,
  kDependentSchemas,
  kDependencies,
  kPropertyNames,
  kIf,
  kThen,
  kElse,
  kAllOf,
  kAnyOf,
  kOneOf,
  kNot,
  kUnevaluatedItems,
  kUnevaluatedProperties,
  kType,
  kConst,
  kEnum,
  kMultipleOf,
  kMaximum,
  kExclusiveMaximum,
  kMinimum,
  kExclusiveMinimum,
  kMaxLength,
  kMinLength,
  kPattern,
  kMaxItems,
  kMinItems,
  kUniqueItems,
  kMaxContains,
  kMinContains,
  kMaxProperties,
  kMinProperties,
  kRequired,
  kDependentRequired,
  kFormat,
  kTitle,
  kDescription,
  kDefault,
  kDeprecated,
  kReadOnly,
  kWriteOnly,
  kExamples,
  kContentEncoding,
  kContentMediaType,
  kContentSchema,
};
inline constexpr std::size_t kWordCount = 59;

/// Where schemas lie in a keyword's value.
enum class Shape : std::uint8_t {
  kNone,
  kSchema,
  kList,        ///< an array of schemas
  kMap,         ///< an object of schemas
  kMapOrNames,  ///< an object of schemas and arrays of names
};

struct Keyword {
  Word word;
  std::string_view name;
  VocabularySet vocabularies;  ///< in force when any of these is
  Shape shape;
};

/// Null where it is no keyword.
const Keyword* FindKeyword(std::string_view name);

/// By Word.
const std::array<Keyword, kWordCount>& AllKeywords();

}  // namespace sigte::schema

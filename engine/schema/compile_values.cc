// SPDX-License-Identifier: MPL-2.0

// The keywords about one value: type, enum, const, numbers, texts.
#include <algorithm>

#include "engine/base/issue_hint.h"
#include "engine/base/regex_fault.h"
#include "engine/schema/compiler.h"
#include "engine/schema/ecma_regex.h"
#include "engine/schema/formats.h"
#include "engine/schema/values.h"

namespace sigte::schema {
namespace {

// RE2 counts in bytes of its program; more than this is no field's pattern.
constexpr std::int64_t kRegexMemory = 8 << 20;

struct TypeName {
  std::string_view name;
  KindSet kinds;
};
constexpr std::array<TypeName, 7> kTypes = {{
    {"null", KindBit(NodeKind::kNull)},
    {"boolean", KindBit(NodeKind::kBool)},
    {"number", KindBit(NodeKind::kNumber)},
    {"integer", kIntegerBit},
    {"string", KindBit(NodeKind::kString)},
    {"array", KindBit(NodeKind::kArray)},
    {"object", KindBit(NodeKind::kObject)},
}};

std::unique_ptr<re2::RE2> MakeRegex(const std::string& text) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(kRegexMemory);
  return std::make_unique<re2::RE2>(text, options);
}

}  // namespace

void Compiler::CompileValues(const Site& site) {
  CompileType(site);
  CompileEnum(site);
  CompileNumbers(site);
  CompileTexts(site);
}

void Compiler::CompileType(const Site& site) {
  const NodeIndex node =
      Want(site, Word::kType, kTexts | kArrays, "schema.want-type");
  if (node == kNoNode) return;
  KindSet kinds = 0;
  if ((*site.document)[node].kind == NodeKind::kString) {
    kinds = ReadType(site, node);
  } else {
    if ((*site.document)[node].count == 0) {
      WrongValue(site, Word::kType, node, "schema.want-type");
    }
    ForEachElement(*site.document, node, [&](NodeIndex element) {
      const KindSet one = ReadType(site, element);
      if ((kinds & one) != 0) {
        WrongValue(site, Word::kType, element, "schema.want-type-once");
      }
      kinds |= one;
    });
  }
  if ((kinds & kNumbers) != 0) kinds &= static_cast<KindSet>(~kIntegerBit);
  if ((kinds & kAnyKind) != kAnyKind) {
    Emit(Op::kType, kAnyKind, kinds, 0, node);
  }
}

KindSet Compiler::ReadType(const Site& site, NodeIndex node) {
  const Node& text = (*site.document)[node];
  const auto it = std::ranges::find(kTypes, text.text, &TypeName::name);
  if (text.kind == NodeKind::kString && it != kTypes.end()) return it->kinds;
  if (text.kind != NodeKind::kString) {
    WrongValue(site, Word::kType, node, "schema.want-type");
    return 0;
  }
  std::vector<std::string> known;
  for (const TypeName& type : kTypes) known.emplace_back(type.name);
  issues_.UnknownName("S110.unknown-type", program_.files[site.file].source,
                      site.document->SpanOf(node), text.text, known);
  return 0;
}

void Compiler::CompileEnum(const Site& site) {
  if (const NodeIndex node = site[Word::kConst]; node != kNoNode) {
    Emit(Op::kValues, kAnyKind, AddValues(site, {node}), 0, node);
  }
  const NodeIndex list = Want(site, Word::kEnum, kArrays, "schema.want-list");
  if (list == kNoNode) return;
  std::vector<NodeIndex> nodes;
  ForEachElement(*site.document, list,
                 [&](NodeIndex element) { nodes.push_back(element); });
  Emit(Op::kValues, kAnyKind, AddValues(site, std::move(nodes)), 0, list);
}

std::uint32_t Compiler::AddValues(const Site& site,
                                  std::vector<NodeIndex> nodes) {
  ValueSet set;
  set.file = site.file;
  for (const NodeIndex node : nodes) {
    const Node& value = (*site.document)[node];
    if (value.kind == NodeKind::kString) {
      set.texts.Add(value.text);
      continue;
    }
    if (value.kind == NodeKind::kNumber) {
      const Number number = ReadNumber(value.text);
      if (number.small && number.scale == 0) {
        set.integers.push_back(number.mantissa);
      }
    }
    set.others.push_back(node);
  }
  std::ranges::sort(set.integers);
  set.all = std::move(nodes);
  return AddTo(&program_.values, std::move(set));
}

void Compiler::CompileNumbers(const Site& site) {
  struct Row {
    Word word;
    Op op;
  };
  for (const Row& row :
       {Row{Word::kMinimum, Op::kMinimum}, Row{Word::kMaximum, Op::kMaximum},
        Row{Word::kExclusiveMinimum, Op::kExclusiveMinimum},
        Row{Word::kExclusiveMaximum, Op::kExclusiveMaximum},
        Row{Word::kMultipleOf, Op::kMultipleOf}}) {
    const NodeIndex node = Want(site, row.word, kNumbers, "schema.want-number");
    if (node == kNoNode) continue;
    const Number number = ReadNumber((*site.document)[node].text);
    if (row.op == Op::kMultipleOf && Compare(number, ReadNumber("0")) <= 0) {
      WrongValue(site, row.word, node, "schema.want-positive");
      continue;
    }
    Emit(row.op, kNumbers, AddTo(&program_.numbers, number), 0, node);
  }
}

void Compiler::CompileTexts(const Site& site) {
  Count(site, Word::kMinLength, Op::kMinLength, NodeKind::kString);
  Count(site, Word::kMaxLength, Op::kMaxLength, NodeKind::kString);
  const NodeIndex pattern =
      Want(site, Word::kPattern, kTexts, "schema.want-text");
  if (pattern != kNoNode) {
    if (const auto index = AddPattern(site, pattern)) {
      Emit(Op::kPattern, kTexts, *index, 0, pattern);
    }
  }
  CompileFormat(site);
}

void Compiler::CompileFormat(const Site& site) {
  const NodeIndex format =
      Want(site, Word::kFormat, kTexts, "schema.want-text");
  const bool by_dialect =
      (registry_.VocabulariesOf(site.unit) & kFormatAssertion) != 0;
  if (format == kNoNode || !(options_.assert_format || by_dialect)) return;
  if (const auto known = FindFormat((*site.document)[format].text)) {
    Emit(Op::kFormat, kTexts, static_cast<std::uint32_t>(*known), 0, format);
  } else {
    UnknownFormat(site, format, by_dialect);
  }
}

// A dialect with the format-assertion vocabulary is promised that every format
// is checked (JSON Schema Validation 2020-12, 7.2.2), so there it is an error.
// Who asks for more than the dialect does is told what remains unchecked.
void Compiler::UnknownFormat(const Site& site, NodeIndex format,
                             bool by_dialect) {
  const std::string name((*site.document)[format].text);
  Issue issue{.message = by_dialect ? MessageKey("S115.unknown-format")
                                    : MessageKey("S116.unchecked-format"),
              .severity = by_dialect ? Severity::kError : Severity::kWarning,
              .args = {name},
              .source = program_.files[site.file].source,
              .span = site.document->SpanOf(format)};
  SuggestName(name, FormatNames(), &issue);
  issues_.Add(std::move(issue));
}

void Compiler::Count(const Site& site, Word word, Op op, NodeKind kind) {
  if (const auto count = WantCount(site, word)) {
    Emit(op, KindBit(kind), *count, 0, site[word]);
  }
}

std::optional<std::uint32_t> Compiler::AddPattern(const Site& site,
                                                  NodeIndex node) {
  const std::string_view text = (*site.document)[node].text;
  const RegexTranslation translation = TranslateRegex(text);
  if (!translation.fault.empty()) {
    // The fault's own place, where the text is written as it is meant.
    Span span = site.document->SpanOf(node);
    if (span.end - span.begin == text.size() + 2 && node != Document::kRoot) {
      span.begin += 1 + translation.at;
    }
    issues_.Error("S103.bad-pattern", program_.files[site.file].source, span,
                  {text, translation.fault});
    return std::nullopt;
  }
  std::unique_ptr<re2::RE2> regex = MakeRegex(translation.re2);
  if (!regex->ok()) {
    // Its part is one of the translation, which nobody wrote.
    Error(site, "S103.bad-pattern", node, {text, FaultOf(*regex).words});
    return std::nullopt;
  }
  return AddTo(&program_.patterns,
               Pattern{text, std::move(regex), text == "\\S"});
}

}  // namespace sigte::schema

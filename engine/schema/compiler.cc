// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/compiler.h"

#include <algorithm>
#include <span>

#include "engine/base/nearest.h"
#include "engine/schema/check_values.h"

namespace sigte::schema {
namespace {

bool IsObject(const Document& document, NodeIndex node) {
  return document[node].kind == NodeKind::kObject;
}

std::string NearestKeyword(std::string_view name) {
  static const std::vector<std::string_view> kNames = [] {
    std::vector<std::string_view> names;
    for (const Keyword& keyword : AllKeywords()) names.push_back(keyword.name);
    return names;
  }();
  return std::string(Nearest(name, kNames));
}

}  // namespace

void Compiler::CompileAll() {
  // References may add units while this runs.
  for (UnitId unit = 0; unit < program_.units.size(); ++unit) {
    CompileUnit(unit);
  }
  if (!issues_.has_errors()) RefuseCycles();
  if (issues_.has_errors()) return;
  ShortenReferences();
  FindPlainUnits();
}

void Compiler::FindPlainUnits() {
  for (Unit& unit : program_.units) {
    const std::span steps(program_.steps.data() + unit.first, unit.count);
    unit.plain =
        !unit.marks && std::ranges::all_of(steps, [](const Step& step) {
          return IsAboutOneValue(step.op);
        });
    if (unit.plain) unit.test = MakePlainTest(program_, steps);
  }
}

// Where dynamic scopes are kept, every schema on the way counts.
void Compiler::ShortenReferences() {
  for (UnitId unit = 0; unit < program_.units.size(); ++unit) {
    UnitId end = unit;
    while (program_.dynamic_names.empty() && program_.units[end].count == 1 &&
           program_.steps[program_.units[end].first].op == Op::kCall) {
      end = program_.steps[program_.units[end].first].a;
    }
    program_.units[unit].direct = end;
  }
}

void Compiler::CompileUnit(UnitId unit) {
  Site site;
  ReadSite(unit, &site);
  const Node& root = (*site.document)[program_.units[unit].node];
  const auto first = static_cast<std::uint32_t>(program_.steps.size());
  if (root.kind == NodeKind::kBool) {
    if (!root.boolean) {
      Emit(Op::kFalse, kAnyKind, 0, 0, program_.units[unit].node);
    }
  } else if (root.kind != NodeKind::kObject) {
    Error(site, "S111.not-a-schema", program_.units[unit].node, {});
  } else {
    CheckPlainKeywords(site);
    CompileValues(site);
    CompileArrays(site);
    CompileObjects(site);
    CompileApply(site);
    CompileUnevaluated(site);
  }
  Unit& done = program_.units[unit];
  done.first = first;
  done.count = static_cast<std::uint32_t>(program_.steps.size()) - first;
}

void Compiler::ReadSite(UnitId unit, Site* site) {
  site->unit = unit;
  site->file = program_.units[unit].file;
  site->document = program_.files[site->file].document;
  site->words.fill(kNoNode);
  const NodeIndex node = program_.units[unit].node;
  if (!IsObject(*site->document, node)) return;
  const VocabularySet vocabularies = registry_.VocabulariesOf(unit);
  ForEachMember(*site->document, node, [&](NodeIndex key, NodeIndex value) {
    const Keyword* keyword = FindKeyword((*site->document)[key].text);
    if (keyword == nullptr) {
      WarnOfUnknown(*site, key);
    } else if ((keyword->vocabularies & vocabularies) != 0) {
      site->words[static_cast<std::size_t>(keyword->word)] = value;
    }
  });
}

// Other keywords are allowed, so this is no more than a warning.
void Compiler::WarnOfUnknown(const Site& site, NodeIndex key) {
  const std::string_view name = (*site.document)[key].text;
  if (name.starts_with("x-")) return;
  std::string guess = NearestKeyword(name);
  if (guess.empty()) return;
  const Source* source = program_.files[site.file].source;
  issues_.Add({.message = "S112.unknown-keyword",
               .severity = Severity::kWarning,
               .args = {name},
               .source = source,
               .span = site.document->SpanOf(key),
               .guess = std::move(guess)});
}

// Keywords that check nothing, but whose values have a type.
void Compiler::CheckPlainKeywords(const Site& site) {
  for (const Word word :
       {Word::kSchema, Word::kId, Word::kAnchor, Word::kDynamicAnchor,
        Word::kComment, Word::kTitle, Word::kDescription,
        Word::kContentEncoding, Word::kContentMediaType}) {
    Want(site, word, kTexts, "schema.want-text");
  }
  for (const Word word :
       {Word::kDeprecated, Word::kReadOnly, Word::kWriteOnly}) {
    Want(site, word, kTruths, "schema.want-truth");
  }
  for (const Word word : {Word::kDefs, Word::kDefinitions, Word::kVocabulary}) {
    Want(site, word, KindBit(NodeKind::kObject), "schema.want-object");
  }
  Want(site, Word::kExamples, KindBit(NodeKind::kArray), "schema.want-list");
}

NodeIndex Compiler::Want(const Site& site, Word word, KindSet kinds,
                         MessageKey expected) {
  const NodeIndex node = site[word];
  if (node == kNoNode) return kNoNode;
  if ((KindBit((*site.document)[node].kind) & kinds) != 0) return node;
  WrongValue(site, word, node, expected);
  return kNoNode;
}

std::optional<std::uint32_t> Compiler::WantCount(const Site& site, Word word) {
  const NodeIndex node =
      Want(site, word, KindBit(NodeKind::kNumber), "schema.want-count");
  if (node == kNoNode) return std::nullopt;
  const Number number = ReadNumber((*site.document)[node].text);
  if (Compare(number, ReadNumber("0")) < 0 || !IsInteger(number)) {
    WrongValue(site, word, node, "schema.want-count");
    return std::nullopt;
  }
  return ToCount(number);
}

void Compiler::WrongValue(const Site& site, Word word, NodeIndex node,
                          MessageKey expected) {
  const Keyword& keyword = AllKeywords()[static_cast<std::size_t>(word)];
  Error(site, "S101.wrong-keyword-value", node,
        {keyword.name, Message(expected)});
}

void Compiler::Error(const Site& site, MessageKey message, NodeIndex node,
                     std::vector<LocalText> args) {
  issues_.Error(message, program_.files[site.file].source,
                site.document->SpanOf(node), std::move(args));
}

}  // namespace sigte::schema

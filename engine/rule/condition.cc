// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/condition.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "engine/rule/expression_build.h"
#include "engine/rule/parser.h"
#include "engine/rule/scalar_map.h"

namespace sigte {
namespace {

struct Connective {
  std::string_view key;
  Operator op;
  bool negated;
};

constexpr std::array kConnectives = {
    Connective{"all", Operator::kAnd, false},
    Connective{"any", Operator::kOr, false},
    Connective{"none", Operator::kOr, true},
};

ExpressionPtr ReadScalar(YamlReader* reader, const YamlNode& node) {
  const ScalarMap map = MapScalar(reader->source().text(), node.span.begin,
                                  node.style, node.text);
  return ParseExpression(node.text, &reader->source(), map.offsets,
                         reader->issues());
}

ExpressionPtr Negated(ExpressionPtr operand, Span span) {
  auto node = std::make_unique<Expression>();
  node->kind = ExpressionKind::kUnary;
  node->op = Operator::kNot;
  node->span = span;
  node->head = span;
  node->children.push_back(std::move(operand));
  return node;
}

ExpressionPtr ReadList(YamlReader* reader, const YamlNode& key,
                       const YamlNode& list, const Connective& connective) {
  if (!reader->Expect(list, YamlKind::kSequence)) return nullptr;
  if (list.items.empty()) {
    reader->Error("R148.empty-list", key.span, {key.text});
    return nullptr;
  }
  std::vector<Operand> operands;
  for (const YamlNode& item : list.items) {
    ExpressionPtr operand = ReadCondition(reader, item);
    if (operand) operands.push_back({std::move(operand), key.span});
  }
  if (operands.size() < list.items.size()) return nullptr;
  ExpressionPtr joined = JoinChain(connective.op, std::move(operands));
  if (!connective.negated) return joined;
  return Negated(std::move(joined), key.span);
}

ExpressionPtr ReadMap(YamlReader* reader, const YamlNode& node) {
  if (node.items.size() != 2) {
    reader->Error("R151.one-connective", node.span);
    return nullptr;
  }
  const YamlNode& key = node.items[0];
  for (const Connective& connective : kConnectives) {
    if (key.text == connective.key) {
      return ReadList(reader, key, node.items[1], connective);
    }
  }
  reader->UnknownName("R102.unknown-key", key.span, key.text,
                      {"all", "any", "none"});
  return nullptr;
}

// The rest of a plain expression's lines stands in the file as it pleased its
// author; here they go under its first.
std::string LinesOf(std::string_view text) {
  std::string out;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    const std::size_t last = line.find_last_not_of(" \t\r");
    if (last != line.npos) out.append(line, 0, last + 1) += '\n';
    begin = end + 1;
  }
  return out;
}

void AppendItem(std::string_view lines, std::string* out) {
  bool first = true;
  std::size_t begin = 0;
  while (begin < lines.size()) {
    const std::size_t end = lines.find('\n', begin) + 1;
    *out += std::exchange(first, false) ? "  - " : "    ";
    out->append(lines, begin, end - begin);
    begin = end;
  }
}

}  // namespace

std::string ConditionWords(const Source& source, const YamlNode& node) {
  if (node.kind == YamlKind::kMap) {
    std::string out = node.items[0].text + ":\n";
    for (const YamlNode& item : node.items[1].items) {
      AppendItem(ConditionWords(source, item), &out);
    }
    return out;
  }
  if (node.style != YamlStyle::kPlain) return LinesOf(node.text);
  return LinesOf(
      source.text().substr(node.span.begin, node.span.end - node.span.begin));
}

ExpressionPtr ReadCondition(YamlReader* reader, const YamlNode& node) {
  switch (node.kind) {
    case YamlKind::kScalar: return ReadScalar(reader, node);
    case YamlKind::kMap: return ReadMap(reader, node);
    case YamlKind::kNull:
      reader->Error("R120.no-value", node.span, {Message("shape.condition")});
      return nullptr;
    case YamlKind::kSequence: break;
  }
  reader->Error("R105.wrong-shape", node.span,
                {Message("shape.condition"), Message("shape.list")});
  return nullptr;
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/condition.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "engine/base/numbers.h"
#include "engine/rule/expression_build.h"
#include "engine/rule/parser.h"
#include "engine/rule/scalar_map.h"
#include "engine/rule/yaml_fault.h"

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

constexpr std::string_view kAtLeast = "at_least";
constexpr std::array<std::string_view, 2> kAtLeastKeys = {"count", "of"};

// The '#' that a plain text on one line ends at, or npos.
std::size_t CommentBehind(std::string_view file, const YamlNode& node) {
  if (node.style != YamlStyle::kPlain) return std::string_view::npos;
  const std::size_t at = file.find_first_not_of(" \t", node.span.end);
  const bool comment = at != std::string_view::npos && file[at] == '#';
  return comment ? at : std::string_view::npos;
}

ExpressionPtr ReadScalar(YamlReader* reader, const YamlNode& node) {
  const ScalarMap map = MapScalar(reader->source().text(), node.span.begin,
                                  node.style, node.text);
  const std::size_t comment = CommentBehind(reader->source().text(), node);
  if (comment == std::string_view::npos) {
    return ParseExpression(node.text, &reader->source(), map.offsets,
                           reader->issues());
  }
  // Where the rest of the condition is taken for a comment, that is the fault.
  IssueList found;
  ExpressionPtr parsed =
      ParseExpression(node.text, &reader->source(), map.offsets, &found);
  const bool cut = std::ranges::any_of(found.issues(), [](const Issue& issue) {
    return issue.message == MessageKey("R206.text-not-closed") ||
           issue.message == MessageKey("R208.bracket-not-closed");
  });
  if (cut) {
    reader->Error("R188.comment-in-condition", {comment, comment + 1});
    return nullptr;
  }
  for (const Issue& issue : found.issues()) reader->issues()->Add(issue);
  return parsed;
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

// A condition as it can stand between '[' and ']': as it is written, or in
// quotes of its own.
std::string AsItem(const YamlReader& reader, const YamlNode& node) {
  const bool is_block =
      node.style == YamlStyle::kLiteral || node.style == YamlStyle::kFolded;
  const bool is_bare = node.style == YamlStyle::kPlain &&
                       node.text.find_first_of(",[]{}\"'") == std::string::npos;
  if (is_bare) return node.text;
  const std::string_view written = reader.source().text().substr(
      node.span.begin, node.span.end - node.span.begin);
  const bool is_quoted = node.style != YamlStyle::kPlain && !is_block;
  if (is_quoted && written.find('\n') == written.npos) {
    return std::string(written);
  }
  std::string line = LinesOf(node.text);
  while (line.ends_with('\n')) line.pop_back();
  std::ranges::replace(line, '\n', ' ');
  return InQuotes(line);
}

// Empty, after an error, where one of them is none.
std::vector<ExpressionPtr> ReadItems(YamlReader* reader, const YamlNode& key,
                                     const YamlNode& list) {
  std::vector<ExpressionPtr> items;
  if (list.kind == YamlKind::kScalar) {
    reader->Error("R179.list-of-one", list.span, {AsItem(*reader, list)});
    return items;
  }
  if (!reader->Expect(list, YamlKind::kSequence)) return items;
  if (list.items.empty()) {
    reader->Error("R148.empty-list", key.span, {key.text});
  }
  for (const YamlNode& item : list.items) {
    ExpressionPtr condition = ReadCondition(reader, item);
    if (condition == nullptr) continue;
    if (IsTruthLiteral(*condition)) {
      reader->Error("R271.constant-in-list", item.span,
                    {key.text, ToString(condition->literal)});
      continue;
    }
    items.push_back(std::move(condition));
  }
  if (items.size() < list.items.size()) items.clear();
  return items;
}

ExpressionPtr ReadList(YamlReader* reader, const YamlNode& key,
                       const YamlNode& list, const Connective& connective) {
  std::vector<Operand> operands;
  for (ExpressionPtr& item : ReadItems(reader, key, list)) {
    operands.push_back({std::move(item), key.span});
  }
  if (operands.empty()) return nullptr;
  ExpressionPtr joined = JoinChain(connective.op, std::move(operands));
  if (!connective.negated) return joined;
  return Negated(std::move(joined), key.span);
}

// at_least: {count: 2, of: […]} is at_least(2, …).
ExpressionPtr ReadAtLeast(YamlReader* reader, const YamlNode& key,
                          const YamlNode& value) {
  YamlMap map(reader, value, kAtLeastKeys);
  const YamlNode* const count = map.Get(kAtLeastKeys[0], Need::kRequired);
  const YamlNode* const of = map.Get(kAtLeastKeys[1], Need::kRequired);
  if (count == nullptr || of == nullptr) return nullptr;
  if (count->kind != YamlKind::kScalar) {
    reader->Error("R259.not-a-count", count->span,
                  {CountText(of->items.size())});
    return nullptr;
  }
  auto call = std::make_unique<Expression>();
  call->kind = ExpressionKind::kCall;
  call->name = kAtLeast;
  call->span = key.span;
  call->head = key.span;
  call->children = ReadItems(reader, key, *of);
  ExpressionPtr wanted = ReadScalar(reader, *count);
  if (wanted == nullptr || call->children.empty()) return nullptr;
  call->children.insert(call->children.begin(), std::move(wanted));
  return call;
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
  if (key.text == kAtLeast) return ReadAtLeast(reader, key, node.items[1]);
  reader->UnknownName("R102.unknown-key", key.span, key.text,
                      {"all", "any", "none", std::string(kAtLeast)});
  return nullptr;
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

void AppendItems(const Source& source, const YamlNode& list, std::string* out) {
  for (const YamlNode& item : list.items) {
    AppendItem(ConditionWords(source, item), out);
  }
}

std::string AtLeastWords(const Source& source, const YamlNode& map) {
  std::string count;
  std::string of;
  for (std::size_t i = 0; i < map.items.size(); i += 2) {
    const YamlNode& value = map.items[i + 1];
    if (map.items[i].text == kAtLeastKeys[0]) {
      count = ConditionWords(source, value);
    } else {
      AppendItems(source, value, &of);
    }
  }
  return "  count: " + count + "  of:\n" + of;
}

}  // namespace

std::string ConditionWords(const Source& source, const YamlNode& node) {
  if (node.kind == YamlKind::kMap) {
    std::string out = node.items[0].text + ":\n";
    const YamlNode& value = node.items[1];
    if (value.kind == YamlKind::kMap) return out + AtLeastWords(source, value);
    AppendItems(source, value, &out);
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
  reader->Error("R270.list-of-conditions", node.span);
  return nullptr;
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

// From a YAML tree to the flat nodes of a Document, each with its place.
#include "engine/rule/yaml_document.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/ascii.h"
#include "engine/rule/yaml_reader.h"

namespace sigte {
namespace {

std::size_t DigitsAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && IsDigit(text[end])) ++end;
  return end - at;
}

// 0x1F and 0o17, in decimal; nothing where `text` is neither or too large.
std::optional<std::string> OtherBase(std::string_view text) {
  const int base = text.starts_with("0x") ? 16 : text.starts_with("0o") ? 8 : 0;
  if (base == 0) return std::nullopt;
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] =
      std::from_chars(text.data() + 2, end, number, base);
  if (error != std::errc() || stop != end) return std::nullopt;
  return std::to_string(number);
}

// `text` as JSON writes the number, where the core schema takes it for one:
// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
std::optional<std::string> AsJsonNumber(std::string_view text) {
  if (auto other = OtherBase(text)) return other;
  std::string json;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) {
    if (text[at++] == '-') json = "-";
  }
  const std::size_t whole = DigitsAt(text, at);
  json += whole == 0 ? "0" : text.substr(at, whole);
  at += whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = DigitsAt(text, at + 1);
    if (whole == 0 && fraction == 0) return std::nullopt;
    if (fraction > 0) json += text.substr(at, fraction + 1);
    at += fraction + 1;
  } else if (whole == 0) {
    return std::nullopt;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    const std::size_t sign =
        at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+');
    const std::size_t exponent = DigitsAt(text, at + 1 + sign);
    if (exponent == 0) return std::nullopt;
    json += text.substr(at, 1 + sign + exponent);
    at += 1 + sign + exponent;
  }
  if (at != text.size()) return std::nullopt;
  return json;
}

// 0123, 00.5: JSON has no such numbers, and readers of YAML read them apart.
bool HasNeedlessZero(std::string_view number) {
  if (number.starts_with('-')) number.remove_prefix(1);
  return number.size() > 1 && number[0] == '0' && IsDigit(number[1]);
}

class DocumentMaker {
 public:
  DocumentMaker(const Source& source, Document* document, IssueList* issues)
      : source_(source), document_(*document), issues_(*issues) {}

  // The tree is at most kMaxYamlDepth deep. Gives the end of the node's text.
  std::size_t Put(const YamlNode& node) {
    switch (node.kind) {
      case YamlKind::kNull: Add(NodeKind::kNull, node.span); break;
      case YamlKind::kScalar: PutScalar(node); break;
      case YamlKind::kMap: return PutContainer(node, NodeKind::kObject);
      case YamlKind::kSequence: return PutContainer(node, NodeKind::kArray);
    }
    return node.span.end;
  }

 private:
  Node& Add(NodeKind kind, Span span) {
    return document_.Add(kind, static_cast<std::uint32_t>(span.begin),
                         static_cast<std::uint32_t>(span.end));
  }

  std::size_t PutContainer(const YamlNode& node, NodeKind kind) {
    const auto index = static_cast<NodeIndex>(document_.nodes().size());
    Add(kind, node.span);
    std::size_t end = node.span.end;
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < node.items.size(); ++i, ++count) {
      if (kind == NodeKind::kObject) PutText(node.items[i++]);
      end = std::max(end, Put(node.items[i]));
    }
    end = PastBracket(node, end);
    document_.Close(index, count, static_cast<std::uint32_t>(end));
    return end;
  }

  // Where a list or map in brackets ends, if nothing but blanks, a comma and
  // line breaks stands before the bracket.
  std::size_t PastBracket(const YamlNode& node, std::size_t end) const {
    const std::string_view text = source_.text();
    const char open =
        node.span.begin < text.size() ? text[node.span.begin] : ' ';
    if (open != '[' && open != '{') return end;
    const std::size_t at = text.find_first_not_of(", \t\r\n", end);
    const char close = open == '[' ? ']' : '}';
    return at != std::string_view::npos && text[at] == close ? at + 1 : end;
  }

  void PutScalar(const YamlNode& node) {
    if (node.style != YamlStyle::kPlain) return PutText(node);
    if (node.text == "true" || node.text == "false") {
      Add(NodeKind::kBool, node.span).boolean = node.text == "true";
      return;
    }
    if (IsTruthWord(node.text)) {
      issues_.Error("R119.truth-word", &source_, node.span, {node.text});
      return PutText(node);
    }
    const std::optional<std::string> number = AsJsonNumber(node.text);
    if (!number) return PutText(node);
    if (HasNeedlessZero(*number)) {
      issues_.Error("R121.leading-zero", &source_, node.span, {node.text});
      return PutText(node);
    }
    Add(NodeKind::kNumber, node.span).text = Keep(*number);
  }

  void PutText(const YamlNode& node) {
    Add(NodeKind::kString, node.span).text = Keep(node.text);
  }

  std::string_view Keep(std::string_view text) {
    char* const room = document_.Room(text.size());
    text.copy(room, text.size());
    return {room, text.size()};
  }

  const Source& source_;
  Document& document_;
  IssueList& issues_;
};

}  // namespace

void MakeDocument(const YamlNode& root, const Source& source,
                  Document* document, IssueList* issues) {
  document->Clear(source.text());
  DocumentMaker(source, document, issues).Put(root);
}

}  // namespace sigte

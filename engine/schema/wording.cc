// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/base/numbers.h"
#include "engine/base/utf8.h"
#include "engine/schema/formats.h"

namespace sigte::schema {
namespace {

constexpr std::size_t kLongestQuoted = 40;

// A number that is too long to be quoted.
bool IsLong(const Node& value) {
  return value.kind == NodeKind::kNumber && value.text.size() > kLongestQuoted;
}

// A line break and the indentation after it become one blank.
std::string OnOneLine(std::string_view text) {
  std::string line;
  std::size_t at = 0;
  while (at < text.size() && line.size() < 8 * kLongestQuoted) {
    const std::size_t end =
        std::min(text.find_first_of("\r\n\t", at), text.size());
    line += text.substr(at, end - at);
    at = std::min(text.find_first_not_of(" \r\n\t", end), text.size());
    if (end < text.size()) line += ' ';
  }
  return line;
}

std::string Quoted(std::string_view text) {
  return fmt::format("'{}'", Shorten(text, kLongestQuoted));
}

}  // namespace

LocalText FoundAt(const Document& document, NodeIndex node) {
  const Node& value = document[node];
  switch (value.kind) {
    case NodeKind::kString:
      if (value.text.empty()) return Message("schema.found-empty-text");
      return Message("schema.found-text", {Quoted(value.text)});
    case NodeKind::kNumber:
      return IsLong(document[node])
                 ? ValueAt(document, node)
                 : Message("schema.found-number", {ValueAt(document, node)});
    case NodeKind::kArray: return Message("schema.found-list");
    case NodeKind::kObject: return Message("schema.found-object");
    default: return ValueAt(document, node);
  }
}

LocalText QuotedName(std::string_view name) { return Quoted(name); }

LocalText ValueAt(const Document& document, NodeIndex node) {
  const Node& value = document[node];
  if (value.kind == NodeKind::kString) return Quoted(value.text);
  // Part of a number is another number, and is never shown.
  if (IsLong(value)) {
    return Message("schema.long-number", {CountText(value.text.size())});
  }
  if (value.kind == NodeKind::kNumber) {
    return UngroupedText(PlainValueAt(document, node));
  }
  return PlainValueAt(document, node);
}

std::string PlainValueAt(const Document& document, NodeIndex node) {
  const Node& value = document[node];
  switch (value.kind) {
    case NodeKind::kNull: return "null";
    case NodeKind::kBool: return value.boolean ? "true" : "false";
    case NodeKind::kNumber:
    case NodeKind::kString: return Shorten(value.text, kLongestQuoted);
    default: break;
  }
  return Shorten(
      OnOneLine(document.text().substr(value.begin, value.end - value.begin)),
      kLongestQuoted);
}

LocalText TypesNamed(KindSet kinds) {
  std::vector<LocalText> names;
  const auto name = [&](KindSet bit, MessageKey key) {
    if ((kinds & bit) != 0) names.push_back(Message(key));
  };
  name(KindBit(NodeKind::kString), "schema.type-text");
  name(kIntegerBit, "schema.type-integer");
  name(KindBit(NodeKind::kNumber), "schema.type-number");
  if ((kinds & KindBit(NodeKind::kBool)) != 0) {
    names.insert(names.end(), {LocalText("true"), LocalText("false")});
  }
  name(KindBit(NodeKind::kArray), "schema.type-list");
  name(KindBit(NodeKind::kObject), "schema.type-object");
  name(KindBit(NodeKind::kNull), "schema.type-null");
  return Either(names);
}

// Of several kinds the one that is nearest to what stands there.
LocalText AdviceForType(KindSet kinds, NodeKind found) {
  const auto may_be = [&](NodeKind kind) {
    return (kinds & KindBit(kind)) != 0;
  };
  const bool may_be_number =
      may_be(NodeKind::kNumber) || (kinds & kIntegerBit) != 0;
  const bool is_container =
      found == NodeKind::kArray || found == NodeKind::kObject;
  if (found == NodeKind::kNumber && (kinds & kIntegerBit) != 0) {
    return Message("schema.advice-whole");
  }
  if (may_be(NodeKind::kArray) && !is_container && found != NodeKind::kNull) {
    return Message("schema.advice-into-list");
  }
  if (may_be_number) {
    return found == NodeKind::kNull ? Message("schema.advice-fill-in")
                                    : Message("schema.advice-number");
  }
  if (may_be(NodeKind::kString)) {
    if (found == NodeKind::kNull) return Message("schema.advice-fill-in");
    return is_container ? Message("schema.advice-text")
                        : Message("schema.advice-quotes");
  }
  if (may_be(NodeKind::kBool)) return Message("schema.advice-truth");
  if (may_be(NodeKind::kArray)) return Message("schema.advice-list");
  if (may_be(NodeKind::kObject)) return Message("schema.advice-object");
  return Message("schema.advice-named");
}

LocalText Either(const std::vector<LocalText>& alternatives) {
  LocalText all;
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    if (i == 0) {
      all = alternatives[0];
    } else if (i + 1 < alternatives.size()) {
      all = Message("schema.comma", {all, alternatives[i]});
    } else {
      all = Message("schema.or", {all, alternatives[i]});
    }
  }
  return all;
}

LocalText FormatNamed(std::uint32_t format) {
  switch (static_cast<Format>(format)) {
    case Format::kDate: return Message("schema.format-date");
    case Format::kTime: return Message("schema.format-time");
    case Format::kDateTime: return Message("schema.format-date-time");
    case Format::kDuration: return Message("schema.format-duration");
    case Format::kEmail:
    case Format::kIdnEmail: return Message("schema.format-email");
    case Format::kHostname: return Message("schema.format-hostname");
    case Format::kIpv4: return Message("schema.format-ipv4");
    case Format::kIpv6: return Message("schema.format-ipv6");
    case Format::kUri:
    case Format::kIri: return Message("schema.format-uri");
    case Format::kUriReference:
    case Format::kIriReference: return Message("schema.format-uri-reference");
    case Format::kUriTemplate: return Message("schema.format-uri-template");
    case Format::kUuid: return Message("schema.format-uuid");
    case Format::kJsonPointer:
    case Format::kRelativeJsonPointer:
      return Message("schema.format-json-pointer");
    case Format::kRegex: return Message("schema.format-regex");
  }
  return {};
}

Span SpanToShow(const Document& document, NodeIndex node) {
  Span span = document.SpanOf(node);
  const NodeKind kind = document[node].kind;
  if (kind == NodeKind::kArray || kind == NodeKind::kObject) {
    span.end = span.begin + 1;
  }
  return span;
}

}  // namespace sigte::schema

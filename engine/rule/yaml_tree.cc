// SPDX-License-Identifier: MPL-2.0

// The only file that runs yaml-cpp's parser. Its events become a tree; its
// exceptions and marks (bytes from 0) end here. A text is first parsed by its
// outline, which takes half the time; what is wrong in it is for a parse of the
// whole to say.
#include "engine/rule/yaml_tree.h"

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <string_view>
#include <utility>

#include "engine/base/byte_order_mark.h"
#include "engine/rule/yaml_fault.h"
#include "engine/rule/yaml_outline.h"
#include "engine/rule/yaml_outline_events.h"
#include "engine/rule/yaml_syntax.h"
#include "engine/rule/yaml_text.h"
#include "engine/rule/yaml_tree_builder.h"

namespace sigte {
namespace {

// Reads a text where it lies.
class TextBuffer : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // only ever read
    setg(begin, begin, begin + text.size());
  }
};

bool IsAnchorFault(const std::string& message) {
  return message == YAML::ErrorMsg::UNKNOWN_ANCHOR ||
         message == YAML::ErrorMsg::ALIAS_NOT_FOUND ||
         message == YAML::ErrorMsg::ANCHOR_NOT_FOUND ||
         message == YAML::ErrorMsg::CHAR_IN_ALIAS ||
         message == YAML::ErrorMsg::CHAR_IN_ANCHOR;
}

// Tells one of the parser's exceptions as what its author did.
class SyntaxFault {
 public:
  SyntaxFault(const Source& source, TreeBuilder* builder, IssueList* issues)
      : source_(source), builder_(*builder), issues_(*issues) {}

  void Tell(const YAML::ParserException& e) {
    const std::string_view text = source_.text();
    const std::size_t at = builder_.Offset(e.mark);
    const std::size_t tag = FindTag(text, at);
    if (tag != std::string_view::npos) {
      builder_.RefuseTag(tag, FindOpenBracket(text, tag) != text.npos);
    } else if (IsAnchorFault(e.msg)) {
      Error("R110.anchor-or-alias", {at, at + 1});
    } else if (!TellQuote(e.msg, at) && !TellLine(e.msg, at) &&
               !TellBracketAbove(e.msg, at)) {
      const std::size_t place = PlaceOf(e.msg, at);
      Error("R101.yaml-syntax", {place, place + 1}, {WordsOf(e.msg, at)});
    }
  }

 private:
  void Error(MessageKey message, Span span, std::vector<LocalText> args = {}) {
    issues_.Error(message, &source_, span, std::move(args));
  }

  // Something stands behind a quoted text: its quote came too late or early.
  bool TellQuote(const std::string& message, std::size_t at) {
    const char before = builder_.Before(at);
    const Span quoted = builder_.last_scalar();
    if ((before != '"' && before != '\'') || quoted.end > at) return false;
    const std::string_view written =
        source_.text().substr(quoted.begin, quoted.end - quoted.begin);
    if (!written.ends_with(before)) return false;
    if (written.find('\n') != written.npos) {
      Error("R186.quote-over-lines", {quoted.begin, quoted.begin + 1},
            {PlaceName(source_, {quoted.end - 1, quoted.end})});
      return true;
    }
    if (message == YAML::ErrorMsg::END_OF_MAP_FLOW) return TellFlow(at, "{}");
    return message == YAML::ErrorMsg::END_OF_SEQ_FLOW && TellFlow(at, "[]");
  }

  bool TellFlow(std::size_t at, std::string_view brackets) {
    const LocalText end = brackets.substr(1);
    if (IsInCall(source_.text(), at)) {
      Error("R324.call-in-brackets", {at, at + 1},
            {brackets.substr(0, 1), end});
    } else {
      Error("R187.text-after-quote", {at, at + 1}, {end});
    }
    return true;
  }

  bool TellLine(const std::string& message, std::size_t at) {
    if (message != YAML::ErrorMsg::MAP_VALUE) return false;
    const std::optional<YamlFault> fault = FindLineFault(source_.text(), at);
    if (!fault) return false;
    Error(fault->message, fault->span, fault->args);
    return true;
  }

  // The exception's mark, or the bracket or quotation mark that it is about.
  std::size_t PlaceOf(const std::string& message, std::size_t at) const {
    if (const char open = OpenedBy(message); open != '\0') {
      const std::size_t bracket = builder_.OpenBracket(open, at);
      return IsOnLineOf(bracket, at) ? at : bracket;
    }
    if (message != YAML::ErrorMsg::EOF_IN_SCALAR) return at;
    const std::size_t quote =
        source_.text().find_first_of("\"'", builder_.last_scalar().end);
    return std::min(quote, at);
  }

  // The bracket within which the parser stopped, where that is the fault.
  static char OpenedBy(const std::string& message) {
    if (message == YAML::ErrorMsg::END_OF_SEQ_FLOW) return '[';
    if (message == YAML::ErrorMsg::END_OF_MAP_FLOW) return '{';
    return '\0';
  }

  // "- {a: b" and "- …" below it: the parser only sees the second dash.
  bool TellBracketAbove(const std::string& message, std::size_t at) {
    if (message != YAML::ErrorMsg::BLOCK_ENTRY) return false;
    const std::size_t open = FindBracketAbove(source_.text(), at);
    if (open == std::string_view::npos) return false;
    Error("R101.yaml-syntax", {open, open + 1},
          {source_.text()[open] == '{' ? Message("yaml.brace-not-closed")
                                       : Message("yaml.bracket-not-closed")});
    return true;
  }

  bool IsOnLineOf(std::size_t bracket, std::size_t at) const {
    const auto between = source_.text().substr(bracket, at - bracket);
    return at < source_.text().size() &&
           between.find('\n') == std::string_view::npos;
  }

  // A condition that begins with a quoted text or a list, as in: "a" in b
  LocalText WordsOf(const std::string& message, std::size_t at) const {
    if (const char open = OpenedBy(message); open != '\0') {
      const bool map = open == '{';
      if (IsOnLineOf(builder_.OpenBracket(open, at), at)) {
        return Message("yaml.comma-or-bracket", {map ? "}" : "]"});
      }
      return map ? Message("yaml.brace-not-closed")
                 : Message("yaml.bracket-not-closed");
    }
    if (message == YAML::ErrorMsg::END_OF_MAP ||
        message == YAML::ErrorMsg::END_OF_SEQ) {
      const char before = builder_.Before(at);
      if (before == '"' || before == '\'') return Message("yaml.after-quote");
      if (before == ']' || before == '}') {
        return Message("yaml.after-bracket", {std::string(1, before)});
      }
    }
    return YamlSyntaxWords(message);
  }

  const Source& source_;
  TreeBuilder& builder_;
  IssueList& issues_;
};

void Parse(std::string_view text, YAML::EventHandler* handler) {
  TextBuffer buffer(text);
  std::istream stream(&buffer);
  YAML::Parser parser(stream);
  while (parser.HandleNextDocument(*handler)) {
  }
}

// Whether the parser came to the end of the text.
bool ParseWhole(const Source& source, std::string_view text,
                TreeBuilder* builder, IssueList* issues) {
  try {
    Parse(text, builder);
    return true;
  } catch (const Stop&) {
    return false;
  } catch (const YAML::ParserException& e) {
    SyntaxFault(source, builder, issues).Tell(e);
    return false;
  } catch (const YAML::Exception& e) {
    issues->Error("R101.yaml-syntax", &source, {0, 0},
                  {YamlSyntaxWords(e.msg)});
    return false;
  }
}

std::string_view WithoutMark(const Source& source) {
  return source.text().substr(ByteOrderMark(source.text()));
}

}  // namespace

std::optional<YamlNode> ReadYaml(const Source& source, IssueList* issues) {
  if (!CheckYamlText(source, issues)) return std::nullopt;
  if (auto root = ReadYamlOutline(source)) return root;
  return ReadWholeYaml(source, issues);
}

std::optional<YamlNode> ReadYamlOutline(const Source& source) {
  const std::string_view text = WithoutMark(source);
  const YamlOutline outline = OutlineOf(text);
  if (outline.emptied.empty()) return std::nullopt;
  IssueList faults;
  TreeBuilder builder(source, &faults);
  OutlineEvents events(outline, text, &builder);
  try {
    Parse(outline.text, &events);
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const NotAsOutlined&) {
    return std::nullopt;
  } catch (const YAML::Exception&) {
    return std::nullopt;
  }
  if (!events.found_all() || !faults.empty()) return std::nullopt;
  return builder.TakeRoot();
}

std::optional<YamlNode> ReadWholeYaml(const Source& source, IssueList* issues) {
  TreeBuilder builder(source, issues);
  if (!ParseWhole(source, WithoutMark(source), &builder, issues)) {
    return std::nullopt;
  }
  YamlNode root = builder.TakeRoot();
  if (!builder.has_root() || root.kind == YamlKind::kNull) {
    issues->Error("R107.empty-file", &source, {0, 0});
    return std::nullopt;
  }
  return root;
}

std::string PlaceName(const Source& source, Span span) {
  const Place place = source.PlaceOf(span.begin);
  return fmt::format("{}:{}:{}", source.path(), place.line, place.column);
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/yaml_fault.h"

#include <algorithm>
#include <utility>

namespace sigte {
namespace {

struct Line {
  std::size_t begin = 0;
  std::size_t content = 0;  ///< after blanks and dashes
  std::size_t end = 0;

  std::size_t column() const { return content - begin; }
};

std::size_t BeginOfLine(std::string_view text, std::size_t at) {
  const std::size_t before =
      at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

Line LineAt(std::string_view text, std::size_t at) {
  Line line;
  line.begin = BeginOfLine(text, at);
  line.end = std::min(text.find_first_of("\r\n", line.begin), text.size());
  line.content = line.begin;
  for (;;) {
    line.content =
        std::min(text.find_first_not_of(' ', line.content), line.end);
    if (text.substr(line.content, 2) != "- ") return line;
    line.content += 2;
  }
}

// The last one before `line` that has more than blanks and a comment.
std::optional<Line> LineBefore(std::string_view text, Line line) {
  while (line.begin > 0) {
    line = LineAt(text, line.begin - 1);
    if (line.content < line.end && text[line.content] != '#') return line;
  }
  return std::nullopt;
}

// Walks along a line and knows whether it is in quotes.
class Quotes {
 public:
  bool Pass(char c, char before) {
    if (open_ != '\0') {
      if (c == open_) open_ = '\0';
      return true;
    }
    constexpr std::string_view kBefore = " \t([{,=!";
    if ((c == '"' || c == '\'') &&
        kBefore.find(before) != std::string_view::npos)
      open_ = c;
    return open_ != '\0';
  }

 private:
  char open_ = '\0';
};

// Brackets of a line that have no other one on it.
struct Brackets {
  std::vector<std::size_t> open;
  std::size_t closed = 0;
};

Brackets BracketsOf(std::string_view text, std::size_t begin, std::size_t end) {
  Brackets found;
  Quotes quotes;
  char before = ' ';
  for (std::size_t i = begin; i < end; ++i) {
    const char c = text[i];
    if (quotes.Pass(c, std::exchange(before, c))) continue;
    if (c == '[' || c == '{') found.open.push_back(i);
    if (c != ']' && c != '}') continue;
    if (found.open.empty()) {
      ++found.closed;
    } else {
      found.open.pop_back();
    }
  }
  return found;
}

// Whether a bracket may be one of YAML's, and none in a text.
bool BeginsValue(std::string_view text, const Line& line, std::size_t open) {
  constexpr std::string_view kBefore = ":,-[{";
  std::size_t before = open;
  while (before > line.begin && text[before - 1] == ' ') --before;
  return before == line.begin ||
         kBefore.find(text[before - 1]) != std::string_view::npos;
}

// The colon that ends the line's key, or npos.
std::size_t ColonOf(std::string_view text, const Line& line) {
  Quotes quotes;
  char before = ' ';
  for (std::size_t i = line.content; i < line.end; ++i) {
    const bool quoted = quotes.Pass(text[i], std::exchange(before, text[i]));
    const bool ends = i + 1 == line.end || text[i + 1] == ' ';
    if (!quoted && text[i] == ':' && ends) return i;
  }
  return std::string_view::npos;
}

std::optional<YamlFault> MissingColon(std::string_view text, const Line& line) {
  const std::size_t end =
      std::min(text.find_first_of(" :=\t", line.content), line.end);
  const std::string_view key = text.substr(line.content, end - line.content);
  if (key.empty() ||
      std::string_view("\"'[{").find(key[0]) != std::string_view::npos) {
    return std::nullopt;
  }
  if (text.substr(end).starts_with(":\u00A0")) {
    return YamlFault{"R192.no-break-space", {end + 1, end + 3}, {}};
  }
  if (end < line.end && text[end] == ':') {
    return YamlFault{"R185.no-blank-after-colon", {end, end + 1}, {key}};
  }
  return YamlFault{"R184.missing-colon", {line.content, end}, {key}};
}

}  // namespace

std::size_t FindOpenBracket(std::string_view text, std::size_t at) {
  const Brackets brackets = BracketsOf(text, BeginOfLine(text, at), at);
  return brackets.open.empty() ? std::string_view::npos : brackets.open.front();
}

std::size_t FindBracketAbove(std::string_view text, std::size_t at) {
  std::size_t closed_below = 0;
  std::optional<Line> line = LineBefore(text, LineAt(text, at));
  for (; line; line = LineBefore(text, *line)) {
    Brackets brackets = BracketsOf(text, line->begin, line->end);
    std::erase_if(brackets.open, [&](std::size_t open) {
      return !BeginsValue(text, *line, open);
    });
    if (brackets.open.size() > closed_below) return brackets.open.front();
    closed_below = closed_below - brackets.open.size() + brackets.closed;
  }
  return std::string_view::npos;
}

bool IsInCall(std::string_view text, std::size_t at) {
  Quotes quotes;
  int open = 0;
  char before = ' ';
  for (std::size_t i = BeginOfLine(text, at); i < at; ++i) {
    const char c = text[i];
    if (quotes.Pass(c, std::exchange(before, c))) continue;
    if (c == '(') ++open;
    if (c == ')' && open > 0) --open;
  }
  return open > 0;
}

std::size_t FindTag(std::string_view text, std::size_t at) {
  Quotes quotes;
  char before = ' ';
  char last = ' ';  // that is no blank
  for (std::size_t i = BeginOfLine(text, at); i <= at && i < text.size(); ++i) {
    const char c = text[i];
    const bool blank_before = before == ' ';
    if (quotes.Pass(c, std::exchange(before, c))) {
      last = c;
      continue;
    }
    const bool begins_value =
        (blank_before && (last == ':' || last == '-')) ||
        ((last == '[' || last == '{' || last == ',') &&
         FindOpenBracket(text, i) != std::string_view::npos);
    if (c == '!' && begins_value) return i;
    if (c != ' ') last = c;
  }
  return std::string_view::npos;
}

std::size_t EndOfTag(std::string_view text, std::size_t at, bool brackets) {
  const std::size_t line_end =
      std::min(text.find_first_of("\r\n", at), text.size());
  Quotes quotes;
  int depth = 0;
  char before = ' ';
  std::size_t end = at;
  for (; end < line_end; ++end) {
    const char c = text[end];
    const bool blank_before = before == ' ';
    if (quotes.Pass(c, std::exchange(before, c))) continue;
    if (c == '#' && blank_before) break;
    const bool closes = c == ')' || c == ']' || c == '}';
    if (brackets && depth == 0 && (closes || c == ',')) break;
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (closes && depth > 0) --depth;
  }
  while (end > at + 1 && text[end - 1] == ' ') --end;
  return end;
}

std::string InQuotes(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    quoted += c;
    if (c == '\'') quoted += c;
  }
  return quoted + "'";
}

std::optional<YamlFault> FindLineFault(std::string_view text, std::size_t at) {
  const Line line = LineAt(text, at);
  const std::optional<Line> before = LineBefore(text, line);
  if (!before) return std::nullopt;
  const std::size_t colon = ColonOf(text, *before);
  if (colon == std::string_view::npos) {
    const bool beside = before->column() == line.column();
    return beside ? MissingColon(text, *before) : std::nullopt;
  }
  // A text goes on in lines that are indented deeper; what has a colon is none.
  const std::size_t value = text.find_first_not_of(' ', colon + 1);
  const bool plain =
      value < before->end &&
      std::string_view("\"'[{|>").find(text[value]) == std::string_view::npos;
  const std::size_t own_colon = ColonOf(text, line);
  if (!plain || own_colon != at || line.column() <= before->column()) {
    return std::nullopt;
  }
  return YamlFault{"R183.deeper-indentation",
                   {line.content, at},
                   {text.substr(line.content, at - line.content),
                    text.substr(before->content, colon - before->content)}};
}

}  // namespace sigte

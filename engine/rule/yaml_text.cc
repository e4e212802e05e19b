// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/yaml_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "engine/base/byte_order_mark.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

// yaml-cpp takes a NUL for the beginning of UTF-16 and a lone carriage return
// for a letter; neither is what the author sees.
bool IsControl(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == '\r') return at + 1 >= text.size() || text[at + 1] != '\n';
  return (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
}

// Past all whole groups of bytes without a control character but line feeds and
// tabs; the loop over a group has no branch, so that it becomes one of vectors.
std::size_t SkipPlain(std::string_view text) {
  constexpr std::size_t kGroup = 32;
  std::size_t at = 0;
  for (; at + kGroup <= text.size(); at += kGroup) {
    unsigned found = 0;
    for (std::size_t i = 0; i < kGroup; ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      const unsigned allowed = (byte == '\n') | (byte == '\t');
      found |= ((byte < 0x20) & ~allowed) | (byte == 0x7F);
    }
    if (found != 0) break;
  }
  return at;
}

}  // namespace

std::size_t FindControl(std::string_view text) {
  for (std::size_t at = SkipPlain(text); at < text.size(); ++at) {
    if (IsControl(text, at)) return at;
  }
  return std::string_view::npos;
}

std::string ControlName(char control) {
  return fmt::format("U+{:04X}", static_cast<unsigned char>(control));
}

namespace {

bool CheckCharacters(const Source& source, IssueList* issues) {
  const std::string_view text = source.text();
  if (LooksLikeUtf16(text)) {
    issues->Error("R189.utf-16", &source, {0, 0});
    return false;
  }
  const std::size_t bad = FindInvalidUtf8(text);
  if (bad != std::string_view::npos) {
    issues->Error(
        "R114.invalid-utf8", &source, {bad, bad + 1},
        {fmt::format("{:02X}", static_cast<unsigned char>(text[bad]))});
    return false;
  }
  const std::size_t control = FindControl(text);
  if (control == std::string_view::npos) return true;
  issues->Error("R115.control-character", &source, {control, control + 1},
                {ControlName(text[control])});
  return false;
}

// Where the first line begins that has `mark` in front; npos: there is none.
std::size_t FindLineWith(std::string_view mark, std::string_view text) {
  std::size_t at = text.find(mark);
  while (at != text.npos && at != 0 && text[at - 1] != '\n') {
    at = text.find(mark, at + mark.size());
  }
  return at;
}

// What version control leaves where two people changed the same lines. What
// YAML makes of it is told of lines that nobody wrote.
bool CheckMerge(const Source& source, IssueList* issues) {
  const std::string_view text = source.text();
  std::size_t at = FindLineWith("<<<<<<< ", text);
  if (at == text.npos) at = FindLineWith(">>>>>>> ", text);
  if (at == text.npos) return true;
  issues->Error("R195.merge-conflict", &source,
                {at, std::min(text.find_first_of("\r\n", at), text.size())});
  return false;
}

bool CheckIndentation(const Source& source, IssueList* issues) {
  const std::string_view text = source.text();
  std::size_t line = ByteOrderMark(text);
  while (line < text.size()) {
    const std::size_t tab = text.find_first_not_of(' ', line);
    if (tab == std::string_view::npos) return true;
    const std::string_view rest =
        text.substr(tab, std::min(text.find('\n', tab), text.size()) - tab);
    if (rest.starts_with("\u00A0") && rest.find(": ") != rest.npos) {
      issues->Error("R192.no-break-space", &source, {tab, tab + 2});
      return false;
    }
    const std::size_t content = text.find_first_not_of(" \t", tab);
    if (text[tab] == '\t' && content != std::string_view::npos &&
        text[content] != '\n' && text[content] != '\r') {
      issues->Error("R116.tab-indentation", &source, {tab, tab + 1});
      return false;
    }
    const std::size_t end = text.find('\n', line);
    if (end == std::string_view::npos) return true;
    line = end + 1;
  }
  return true;
}

bool CheckDirectives(const Source& source, IssueList* issues) {
  const std::string_view text = source.text();
  std::size_t line = ByteOrderMark(text);
  while (line < text.size()) {
    const std::size_t content = text.find_first_not_of(" \r\n", line);
    if (content == std::string_view::npos) return true;
    const std::size_t end = std::min(text.find('\n', content), text.size());
    if (text[content] == '%') {
      issues->Error("R146.yaml-directive", &source, {content, end});
      return false;
    }
    if (text[content] != '#') return true;
    line = end;
  }
  return true;
}

}  // namespace

bool CheckYamlText(const Source& source, IssueList* issues) {
  return CheckCharacters(source, issues) && CheckMerge(source, issues) &&
         CheckIndentation(source, issues) && CheckDirectives(source, issues);
}

}  // namespace sigte

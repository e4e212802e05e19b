// SPDX-License-Identifier: MPL-2.0

// Escaping, once for each format.

#include "engine/report/format_text.h"

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";

void AppendPercent(char c, std::string* out) {
  const auto byte = static_cast<unsigned char>(c);
  *out += '%';
  *out += kHex[byte >> 4];
  *out += kHex[byte & 15];
}

bool IsXmlCharacter(char32_t c) {
  if (c < 0x20) return c == '\n' || c == '\t';
  if (c >= 0x7F && c <= 0x9F) return false;  // allowed, but of no good
  return c != 0xFFFE && c != 0xFFFF;
}

bool IsUnreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || IsDigit(c) ||
         c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
}

}  // namespace

std::string XmlText(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&apos;"; break;
      default: AppendUtf8(IsXmlCharacter(c) ? c : kReplacement, &out);
    }
  }
  return out;
}

std::string CsvText(std::string_view text) {
  constexpr std::string_view kFormula = "=+-@\t\r";
  std::string out = "\"";
  if (!text.empty() && kFormula.find(text.front()) != kFormula.npos) {
    out += '\'';
  }
  std::string flat(text);
  for (char& c : flat) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  for (const char c : Printable(flat)) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

std::string WorkflowMessage(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n') {
      AppendPercent(c, &out);
    } else {
      out += c;
    }
  }
  return out;
}

std::string WorkflowProperty(std::string_view text) {
  std::string out;
  for (const char c : WorkflowMessage(text)) {
    if (c == ':' || c == ',') {
      AppendPercent(c, &out);
    } else {
      out += c;
    }
  }
  return out;
}

std::string RelativePath(std::string_view path, std::string_view folder) {
  const bool below = !folder.empty() && path.size() > folder.size() &&
                     path.starts_with(folder) && path[folder.size()] == '/';
  if (below) path.remove_prefix(folder.size() + 1);
  while (path.starts_with("./")) path.remove_prefix(2);
  return std::string(path);
}

std::string PathUri(std::string_view path) {
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (IsUnreserved(c)) {
      out += c;
    } else {
      AppendPercent(c, &out);
    }
  }
  return out;
}

}  // namespace sigte

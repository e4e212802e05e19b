// SPDX-License-Identifier: MPL-2.0

#include "engine/base/regex_fault.h"

#include <re2/re2.h>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxPart = 80;  // code points

MessageKey KeyOf(const re2::RE2& regex) {
  switch (regex.error_code()) {
    case re2::RE2::ErrorBadEscape: return "base.regex-escape";
    case re2::RE2::ErrorTrailingBackslash: return "base.regex-backslash";
    case re2::RE2::ErrorBadCharClass: return "base.regex-set";
    case re2::RE2::ErrorBadCharRange:
      return regex.error_arg().starts_with("\\")
                 ? MessageKey("base.regex-property")
                 : MessageKey("base.regex-range");
    case re2::RE2::ErrorMissingBracket: return "base.regex-bracket";
    case re2::RE2::ErrorMissingParen: return "base.regex-parenthesis-open";
    case re2::RE2::ErrorUnexpectedParen: return "base.regex-parenthesis-closed";
    case re2::RE2::ErrorRepeatArgument: return "base.regex-repeat-nothing";
    case re2::RE2::ErrorRepeatSize: return "base.regex-repeat-size";
    case re2::RE2::ErrorRepeatOp: return "base.regex-repeat";
    case re2::RE2::ErrorBadPerlOp: return "base.regex-group";
    case re2::RE2::ErrorBadNamedCapture: return "base.regex-name";
    case re2::RE2::ErrorBadUTF8: return "base.regex-utf8";
    case re2::RE2::ErrorPatternTooLarge: return "base.regex-too-large";
    // What RE2 does not expect of itself.
    case re2::RE2::NoError:
    case re2::RE2::ErrorInternal: break;
  }
  return "base.regex-unknown";
}

}  // namespace

RegexFault FaultOf(const re2::RE2& regex) {
  const std::string& part =
      regex.error_arg().empty() ? regex.pattern() : regex.error_arg();
  return {Message(KeyOf(regex)), Shorten(part, kMaxPart)};
}

}  // namespace sigte

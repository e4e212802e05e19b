// SPDX-License-Identifier: MPL-2.0

#include "engine/read/json_slip.h"

#include <algorithm>
#include <string>

#include "engine/base/ascii.h"
#include "engine/read/json_token.h"

namespace sigte {
namespace {

bool AreDigits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, IsDigit);
}

// Where the number begins that ends before `end`; `end` where none does.
std::size_t BeginOfNumber(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && IsDigit(text[begin - 1])) --begin;
  if (begin < end && begin > 0 && text[begin - 1] == '-') --begin;
  return begin;
}

std::optional<JsonFault> Comment(std::string_view text, Span token) {
  const std::string_view rest = text.substr(token.begin);
  const bool block = rest.starts_with("/*");
  if (!block && !rest.starts_with("//") && !rest.starts_with('#')) {
    return std::nullopt;
  }
  const std::size_t line = std::min(rest.find_first_of("\r\n"), rest.size());
  const std::size_t close = block ? rest.find("*/") : rest.npos;
  const std::size_t end = std::min(line, close == rest.npos ? line : close + 2);
  return JsonFault{"D123.comment", {token.begin, token.begin + end}, {}, {}};
}

// 12,50 and, of thousands, 1 250.
std::optional<JsonFault> SplitNumber(std::string_view text, Span token) {
  const std::string_view tail =
      text.substr(token.begin, token.end - token.begin);
  if (!AreDigits(tail) || token.begin == 0) return std::nullopt;
  const bool comma = text[token.begin - 1] == ',';
  const std::size_t last =
      comma ? token.begin - 1
            : text.substr(0, token.begin).find_last_not_of(' ') + 1;
  const std::size_t begin = BeginOfNumber(text, last);
  if (begin == last || (begin > 0 && text[begin - 1] == '.')) {
    return std::nullopt;
  }
  const std::string whole(text.substr(begin, last - begin));
  const Span span = {begin, token.end};
  constexpr std::size_t kThousands = 3;  // "1 2" may be two numbers
  if (!comma && tail.size() != kThousands) return std::nullopt;
  if (comma) {
    return JsonFault{
        "D126.decimal-comma", span, {whole + "." + std::string(tail)}, {}};
  }
  return JsonFault{
      "D127.blank-in-number", span, {whole + std::string(tail)}, {}};
}

// "Zoo, "cost": the string ended where the next was to begin.
std::optional<JsonFault> QuoteTooMany(std::string_view text, Span token,
                                      std::size_t last_string) {
  const bool touches = token.begin > 0 && text[token.begin - 1] == '"';
  const char c = text[token.begin];
  if (!touches ||
      std::string_view("{}[]:,\"").find(c) != std::string_view::npos) {
    return std::nullopt;
  }
  return JsonFault{
      "D125.quote-left-open",
      token,
      {std::string(text.substr(token.begin, token.end - token.begin))},
      last_string};
}

}  // namespace

std::optional<JsonFault> FindJsonSlip(std::string_view text, Span token,
                                      std::size_t last_string) {
  if (auto comment = Comment(text, token)) return comment;
  if (auto number = SplitNumber(text, token)) return number;
  return QuoteTooMany(text, token, last_string);
}

}  // namespace sigte

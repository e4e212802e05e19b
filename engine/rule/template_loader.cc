// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/template_loader.h"

#include <array>
#include <charconv>

#include "engine/base/numbers.h"

namespace sigte {
namespace {

constexpr std::array<std::string_view, 3> kTemplateKeys = {"rows", "numbered",
                                                           "instructions"};
constexpr std::size_t kMostRows = 10000;

std::size_t ReadRows(YamlReader* reader, const YamlNode& node) {
  const std::string_view digits = reader->Number(node);
  if (digits.empty()) return 0;
  std::size_t rows = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, rows);
  if (error == std::errc() && stop == end && rows > 0 && rows <= kMostRows) {
    return rows;
  }
  reader->Error("W101.bad-template-rows", node.span,
                {digits, CountText(kMostRows)});
  return 0;
}

}  // namespace

TemplateText LoadTemplate(YamlReader* reader, const YamlNode& node) {
  TemplateText text;
  YamlMap map(reader, node, kTemplateKeys);
  if (const YamlNode* rows = map.Get("rows", Need::kOptional)) {
    text.rows = ReadRows(reader, *rows);
  }
  if (const YamlNode* numbered = map.Get("numbered", Need::kOptional)) {
    text.numbered = reader->Bool(*numbered);
  }
  const YamlNode* steps = map.Get("instructions", Need::kOptional);
  if (steps == nullptr || !reader->Expect(*steps, YamlKind::kSequence)) {
    return text;
  }
  for (const YamlNode& step : steps->items) {
    text.instructions.push_back(reader->Local(step));
  }
  return text;
}

}  // namespace sigte

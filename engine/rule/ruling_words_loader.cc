// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/ruling_words_loader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sigte {

void LoadNamedCodes(YamlReader* reader, const YamlNode& node,
                    std::string_view key, std::vector<NamedCode>* codes) {
  if (!reader->Expect(node, YamlKind::kSequence)) return;
  if (node.items.empty()) {
    reader->Error("R148.empty-list", node.span, {key});
  }
  const std::array<std::string_view, 2> keys = {key, "title"};
  for (const YamlNode& item : node.items) {
    YamlMap map(reader, item, keys);
    NamedCode code;
    code.code = map.Name(key);
    code.title = map.Local("title");
    if (code.code.text.empty()) continue;
    const auto known = std::ranges::find_if(*codes, [&](const NamedCode& one) {
      return one.code.text == code.code.text;
    });
    if (known != codes->end()) {
      reader->Error(
          "R124.duplicate-name", code.code.span,
          {code.code.text, PlaceName(reader->source(), known->code.span)});
      continue;
    }
    codes->push_back(std::move(code));
  }
}

}  // namespace sigte

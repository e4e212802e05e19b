// SPDX-License-Identifier: MPL-2.0

#include "engine/app/fault_field.h"

namespace sigte {
namespace {

std::string Known(std::string_view name, const Layout& layout) {
  return layout.Find(name) == kNoField ? std::string() : std::string(name);
}

}  // namespace

std::string FieldOfFault(const SchemaFault& fault, const Document& document,
                         NodeIndex object, const Layout& layout) {
  if (document[object].kind != NodeKind::kObject) return {};
  if (fault.node == object) {
    const bool names_one =
        fault.keyword == "required" && !fault.issue.args.empty();
    return names_one ? Known(fault.issue.args.front().In(Lang::kEn), layout)
                     : std::string();
  }
  for (NodeIndex key = object + 1; key < document[object].next;
       key = document[key + 1].next) {
    if (fault.node > key && fault.node < document[key + 1].next) {
      return Known(document[key].text, layout);
    }
  }
  return {};
}

}  // namespace sigte

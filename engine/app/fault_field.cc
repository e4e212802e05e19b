// SPDX-License-Identifier: MPL-2.0

#include "engine/app/fault_field.h"

#include <algorithm>

namespace sigte {
namespace {

std::string Known(std::string_view name, const Layout& layout) {
  return layout.Find(name) == kNoField ? std::string() : std::string(name);
}

bool IsAbout(const SchemaFault& fault, MessageKey message, NodeIndex node) {
  return fault.node == node && fault.issue.message == message;
}

std::string WordsOf(const SchemaFault& fault) {
  return Message(Lang::kEn, fault.issue.message, fault.issue.args);
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

std::vector<SchemaFault> WithoutFollowers(
    const std::vector<SchemaFault>& faults) {
  std::vector<SchemaFault> kept;
  for (const SchemaFault& fault : faults) {
    const bool is_of_wrong_type =
        fault.issue.message == MessageKey("D205.not-allowed-value") &&
        std::ranges::any_of(faults, [&](const SchemaFault& other) {
          return IsAbout(other, "D201.wrong-type", fault.node);
        });
    const bool is_said =
        std::ranges::any_of(kept, [&](const SchemaFault& other) {
          return IsAbout(other, fault.issue.message, fault.node) &&
                 WordsOf(other) == WordsOf(fault);
        });
    if (!is_of_wrong_type && !is_said) kept.push_back(fault);
  }
  return kept;
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/ruling_text.h"

#include <algorithm>

#include "engine/base/json_writer.h"
#include "engine/rule/yaml_reader.h"

namespace sigte {
namespace {

// A JSON string is a double-quoted text of YAML too (YAML 1.2, section 10.2):
// what YAML takes from JSON no more, DEL and C1, our writer escapes.
std::string Quoted(const std::string& text) { return JsonText(text); }

// Plain where YAML cannot take it for anything else.
std::string IdText(const std::string& id) {
  const bool plain = id.find('-') != std::string::npos && !IsTruthWord(id);
  return plain ? id : Quoted(id);
}

// Numbers and texts as their fields have them.
std::string KeyPart(const Field& field, const std::string& value) {
  const bool number =
      field.type == FieldType::kInt || field.type == FieldType::kDecimal;
  const bool digits =
      !value.empty() && value.size() < 18 &&
      std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; }) &&
      (value.size() == 1 || value[0] != '0');
  return number && digits ? value : Quoted(value);
}

std::string RecordOf(const Ruling& ruling, const Layout& layout) {
  std::string out = "{";
  if (layout.group != kNoField) {
    out += layout[layout.group].name + ": " +
           KeyPart(layout[layout.group], ruling.record.group) + ", ";
  }
  return out + layout[layout.id].name + ": " +
         KeyPart(layout[layout.id], ruling.record.id) + "}";
}

}  // namespace

std::string RulingText(const Ruling& ruling, const Layout& layout) {
  std::string out = "ruling: " + IdText(ruling.id) + "\n";
  out += "record: " + RecordOf(ruling, layout) + "\n";
  out += "rule: " + ruling.rule + "\n";
  out += std::string("answer: ") + (ruling.answer ? "true" : "false") + "\n";
  out += "reason: " + ruling.reason + "\n";
  out += "text: " + Quoted(ruling.text) + "\n";
  out += "by: {body: " + ruling.by.body + ", role: " + Quoted(ruling.by.role) +
         "}\n";
  out += "date: " + ruling.by.date + "\n";
  out += "review_by: " + ruling.review_by + "\n";
  out += "evidence: \"" + ruling.evidence + "\"\n";
  if (!ruling.supersedes.empty()) {
    out += "supersedes: " + IdText(ruling.supersedes) + "\n";
  }
  if (ruling.approved) out += ApprovalLines(out, *ruling.approved);
  return out;
}

std::string ApprovalLines(const std::string& text,
                          const RulingParty& approved) {
  std::string lines = text.ends_with('\n') ? "" : "\n";
  return lines + "approved: {body: " + approved.body +
         ", role: " + Quoted(approved.role) + ", date: " + approved.date +
         "}\n";
}

}  // namespace sigte

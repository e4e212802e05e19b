// SPDX-License-Identifier: MPL-2.0

// The schema speaks of JSON; who fills in cells has never seen any.
#include "engine/app/cell_wording.h"

#include <string>

#include "engine/base/messages.h"
#include "engine/base/text_edits.h"

namespace sigte {
namespace {

// They know no null and no quotes.
void NameTypes(Issue* issue) {
  if (issue->message.name() != "D201.wrong-type" || issue->args.size() < 4) {
    return;
  }
  if (issue->args[3] == Message("schema.advice-number")) {
    issue->args[3] = Message("schema.advice-digits");
  }
  const LocalText null = Message("schema.type-null");
  const LocalText blank = Message("schema.type-blank");
  for (std::size_t i = 0; i < null.in.size(); ++i) {
    std::string& wanted = issue->args[1].in[i];
    if (!wanted.ends_with(null.in[i])) continue;
    wanted.replace(wanted.size() - null.in[i].size(), std::string::npos,
                   blank.in[i]);
  }
}

// They know the field's values by their titles.
void NameChoice(const FieldChoice& choice, bool is_text, LocalText* said) {
  const std::string quoted = "'" + choice.value + "'";
  const LocalText found = is_text
                              ? Message("schema.found-text", {quoted})
                              : Message("schema.found-number", {choice.value});
  for (std::size_t i = 0; i < said->in.size(); ++i) {
    const std::string title = "'" + choice.title.in[i] + "'";
    std::string& text = said->in[i];
    if (text == found.in[i] || (is_text && text == quoted)) text = title;
  }
}

void NameChoices(const Field& field, Issue* issue) {
  for (const FieldChoice& choice : field.choices) {
    if (choice.title.empty()) continue;
    for (LocalText& arg : issue->args) {
      NameChoice(choice, field.type == FieldType::kText, &arg);
    }
  }
}

}  // namespace

Issue InCells(Issue issue, const Field* field) {
  NameTypes(&issue);
  if (field != nullptr) NameChoices(*field, &issue);
  return issue;
}

void NameAsInTable(const Field& field, std::string_view heading,
                   Finding* finding) {
  const std::string name = "'" + field.name + "'";
  for (std::size_t i = 0; i < finding->message.in.size(); ++i) {
    std::string& message = finding->message.in[i];
    const std::string& title = field.title.in[i];
    const std::string_view called = heading.empty() ? title : heading;
    if (called.empty()) continue;
    std::string shown = "'";
    shown.append(called).push_back('\'');
    std::string titled = name;
    titled.append(" (").append(title).push_back(')');
    ReplaceAll(titled, shown, &message);
    ReplaceAll(name, shown, &message);
  }
}

}  // namespace sigte

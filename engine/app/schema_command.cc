// SPDX-License-Identifier: MPL-2.0

#include "engine/app/schema_command.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "engine/app/exit_code.h"
#include "engine/app/output.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/telling.h"
#include "engine/base/file_set.h"
#include "engine/base/issue.h"
#include "engine/base/utf8.h"
#include "engine/read/json_reader.h"
#include "engine/schema/annotations.h"

namespace sigte {
namespace {

std::optional<std::string> ReadShipped(const std::string& name) {
  std::string why;
  const std::string path = FindSchema("", name + ".schema.json");
  if (path.empty() || name.find('/') != std::string::npos) return std::nullopt;
  return ReadFile(path, &why);
}

std::string TitleOf(const std::string& name, Lang lang) {
  const PaddedText text(ReadShipped(name).value_or(""));
  Document document;
  IssueList ignored;
  if (!JsonReader().Read(text.text(), nullptr, 0, &document, &ignored)) {
    return "";
  }
  return schema::Annotation(document, Document::kRoot, "title").In(lang);
}

std::string List(const std::vector<std::string>& names, Lang lang) {
  std::size_t width = 0;
  for (const std::string& name : names) width = std::max(width, name.size());
  std::string text;
  for (const std::string& name : names) {
    const std::string title = TitleOf(name, lang);
    text += name;
    if (!title.empty()) {
      text += std::string(width - name.size() + 2, ' ') + Printable(title);
    }
    text += "\n";
  }
  return text;
}

}  // namespace

int RunSchema(const Settings& settings, const std::string& name) {
  const std::vector<std::string> names = SchemaNames();
  std::string text;
  if (name.empty()) {
    text = List(names, settings.lang);
  } else if (auto schema = ReadShipped(name)) {
    text = std::move(*schema);
  } else {
    IssueList issues;
    issues.UnknownName("A108.unknown-schema", nullptr, {}, name, names);
    WriteError(IssueText(issues.issues().front(), settings.lang));
    return kExitFailed;
  }
  Output output;
  output.Write(text);
  return Delivered(&output, kExitOk);
}

}  // namespace sigte

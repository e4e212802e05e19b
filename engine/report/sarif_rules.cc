// SPDX-License-Identifier: MPL-2.0

// What a viewer shows beside a result: what the rule is, who says so, what can
// be done.

#include "engine/report/sarif_rules.h"

#include "engine/base/json_writer.h"
#include "engine/base/utf8.h"
#include "engine/report/markdown.h"
#include "engine/report/remarks.h"

namespace sigte {
namespace {

constexpr std::size_t kFullDescription = 1024;  // GitHub cuts there

void WriteMessage(std::string_view key, std::string_view text,
                  JsonWriter* json) {
  json->Key(key);
  json->BeginObject();
  json->Key("text");
  json->String(text);
  json->EndObject();
}

// The kind, and what it means for a record.
std::string_view KindTag(CompiledKind kind) {
  switch (kind) {
    case CompiledKind::kExclusion: return "exclusion";
    case CompiledKind::kInclusion: return "inclusion";
    case CompiledKind::kFact: return "fact";
    case CompiledKind::kReject: return "check-reject";
    case CompiledKind::kQuestion: return "check-question";
    case CompiledKind::kNote: return "check-note";
  }
  return "fact";
}

// What most of its results have; each result says its own.
std::string_view LevelOf(CompiledKind kind) {
  switch (kind) {
    case CompiledKind::kReject: return "error";
    case CompiledKind::kQuestion: return "warning";
    case CompiledKind::kNote: return "note";
    default: return "none";
  }
}

// The first address in a source; empty where there is none.
std::string_view AddressIn(std::string_view source) {
  const std::size_t begin = source.find("https://");
  if (begin == source.npos) return {};
  const std::size_t end = source.find_first_of(" \t\n)<>\"", begin);
  std::string_view address = source.substr(begin, end - begin);
  while (!address.empty() && (address.back() == '.' || address.back() == ',')) {
    address.remove_suffix(1);
  }
  return address;
}

/// Paragraphs of help, plain and as Markdown.
class Help {
 public:
  void Add(std::string_view label, std::string_view text) {
    if (text.empty()) return;
    const std::string line = OneLine(BareWording(text));
    if (!plain_.empty()) {
      plain_ += "\n";
      markdown_ += "\n\n";
    }
    if (!label.empty()) {
      plain_ += std::string(label) + ": ";
      markdown_ += "**" + MarkdownText(label) + ":** ";
    }
    plain_ += line;
    markdown_ += MarkdownText(line);
  }

  void Write(JsonWriter* json) const {
    json->Key("help");
    json->BeginObject();
    json->Key("text");
    json->String(plain_);
    json->Key("markdown");
    json->String(markdown_);
    json->EndObject();
  }

 private:
  std::string plain_;
  std::string markdown_;
};

void WriteDescriptions(std::string_view title, std::string_view full,
                       JsonWriter* json) {
  WriteMessage("shortDescription", OneLine(title), json);
  WriteMessage(
      "fullDescription",
      Shorten(OneLine(full.empty() ? title : full), kFullDescription - 1),
      json);
}

void WriteLevel(std::string_view level, JsonWriter* json) {
  json->Key("defaultConfiguration");
  json->BeginObject();
  json->Key("level");
  json->String(level);
  json->EndObject();
}

}  // namespace

std::string RuleDescriptor(const CompiledRule& rule, const Program& program,
                           Lang lang) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject();
  json.Key("id");
  json.String(RuleMark(rule));
  if (RuleMark(rule) != rule.id) {  // a name that repeats the id says nothing
    json.Key("name");
    json.String(rule.id);
  }
  WriteDescriptions(rule.title.In(lang), BareWording(rule.message.In(lang)),
                    &json);
  Help help;
  help.Add("", rule.title.In(lang));
  help.Add("", rule.message.In(lang));
  help.Add(Message(lang, "format.asks"), rule.ask.In(lang));
  help.Add(Message(lang, "format.what-to-do"), rule.help.In(lang));
  help.Add(Message(lang, "format.source"), rule.source);
  help.Write(&json);
  if (const auto address = AddressIn(rule.source); !address.empty()) {
    json.Key("helpUri");
    json.String(address);
  }
  WriteLevel(LevelOf(rule.kind), &json);
  json.Key("properties");
  json.BeginObject();
  json.Key("tags");
  json.BeginArray();
  json.String(KindTag(rule.kind));
  json.String(program.ruleset_id);
  json.EndArray();
  if (rule.file != kNoIndex) {
    json.Key("place");
    json.String(program.files[rule.file]->name() + ":" +
                std::to_string(rule.place.line));
  }
  json.EndObject();
  json.EndObject();
  return out;
}

std::string CodeDescriptor(std::string_view code, std::string_view slug,
                           std::string_view message, Lang lang) {
  std::string title(message);
  std::string what;
  for (const MessageRow& row : MessageCatalogue()) {
    if (CodeOf(row.name) != code || SlugOf(row.name) != slug) continue;
    title = BareWording(row.text[static_cast<std::size_t>(lang)]);
    what = BareWording(row.help[static_cast<std::size_t>(lang)]);
  }
  std::string out;
  JsonWriter json(&out);
  json.BeginObject();
  json.Key("id");
  json.String(code);
  json.Key("name");
  json.String(slug);
  WriteDescriptions(title, "", &json);
  Help help;
  help.Add("", title);
  help.Add(Message(lang, "format.what-to-do"), what);
  help.Write(&json);
  json.Key("properties");
  json.BeginObject();
  json.Key("tags");
  json.BeginArray();
  json.String("data");
  json.EndArray();
  json.EndObject();
  json.EndObject();
  return out;
}

}  // namespace sigte

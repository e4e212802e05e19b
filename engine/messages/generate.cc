// SPDX-License-Identifier: MPL-2.0

// Turns the message files into the table that is built into the program:
//     generate OUTPUT.cc FILE.yaml…
// Refuses what would leave somebody without words: a row that lacks a language,
// a key given twice, places for arguments that differ between the languages, a
// plural that lacks a form, an explanation of a code that there is not.
#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/ascii.h"

namespace {

constexpr std::array<std::string_view, 2> kLanguages = {"da", "en"};

// "R102: {why: …, example: …}": what `sigte explain` says of a code.
struct ExplanationRow {
  std::array<std::string, 2> why;
  std::array<std::string, 2> what_to_do;  // may be empty: its help says so
  std::array<std::string, 2> example;
  std::string file;
  int line = 0;
};

struct Row {
  std::array<std::string, 2> text;
  std::array<std::string, 2> help;
  std::string place;  // "file:line", for faults
};

// What stands in `text` for arguments: "{0}", or "{0:one|other}" with the words
// that go with a number.
struct Places {
  std::set<char> arguments;
  std::string fault;  // the first place that is none
};

// Why `place`, from brace to brace, is no place; empty where it is one.
std::string FaultOfPlace(const std::string& place) {
  if (place.size() == 3) return "";
  if (place.back() != '}') return fmt::format("'{}' has no '}}'", place);
  const std::string forms = place.substr(2, place.size() - 3);
  const std::size_t bar = forms.find('|');
  const bool two =
      bar != std::string::npos && forms.find('|', bar + 1) == std::string::npos;
  const bool plain = forms.find('{') == std::string::npos;
  if (forms[0] == ':' && two && plain &&
      forms.substr(1, bar - 1) != forms.substr(bar + 1)) {
    return "";
  }
  return fmt::format(
      "'{}' is no place; expected '{{0}}' or '{{0:one|other}}' "
      "with two different forms",
      place);
}

Places PlacesIn(const std::string& text) {
  Places places;
  for (std::size_t at = text.find('{'); at != std::string::npos;
       at = text.find('{', at + 1)) {
    if (at + 1 >= text.size() || !sigte::IsDigit(text[at + 1])) continue;
    places.arguments.insert(text[at + 1]);
    const std::size_t end = text.find('}', at);
    const std::string place = text.substr(
        at, end == std::string::npos ? std::string::npos : end + 1 - at);
    if (places.fault.empty()) places.fault = FaultOfPlace(place);
  }
  return places;
}

// "R102." of "R102.unknown-key"; empty where the name begins with no code.
std::string_view CodeOf(std::string_view name) {
  const bool has_code = name.size() > 5 && name[0] >= 'A' && name[0] <= 'Z' &&
                        sigte::IsDigit(name[1]) && sigte::IsDigit(name[2]) &&
                        sigte::IsDigit(name[3]) && name[4] == '.';
  return has_code ? name.substr(0, 5) : std::string_view();
}

bool IsName(std::string_view name) {
  name.remove_prefix(CodeOf(name).size());
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
         name.back() != '.' &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") ==
             std::string_view::npos;
}

// "R102", and "R1": what stands for a code and for the hundred of it.
bool IsCode(std::string_view name, std::size_t digits) {
  return name.size() == digits + 1 && name[0] >= 'A' && name[0] <= 'Z' &&
         name.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

class Catalogue {
 public:
  using Titles = std::map<std::string, std::array<std::string, 2>>;

  void ReadFile(const std::string& path) {
    file_ = path;
    try {
      const std::vector<YAML::Node> documents = YAML::LoadAllFromFile(path);
      if (documents.empty()) return;
      if (documents.size() > 1 || !documents[0].IsMap()) {
        Fault(1, "expected one document, a map of messages");
        return;
      }
      for (const auto& entry : documents[0]) ReadRow(entry.first, entry.second);
    } catch (const YAML::Exception& e) {
      Fault(e.mark.line + 1, e.msg);
    }
  }

  // What shows only when all files are read.
  void CheckExplanations() {
    for (const auto& [code, row] : explanations_) {
      if (codes_.contains(code + ".")) continue;
      file_ = row.file;
      Fault(row.line, fmt::format("no message has the code '{}'", code));
    }
  }

  const std::map<std::string, Row>& rows() const { return rows_; }
  const std::map<std::string, ExplanationRow>& explanations() const {
    return explanations_;
  }
  const Titles& topics() const { return topics_; }
  bool has_faults() const { return has_faults_; }

 private:
  void Fault(int line, const std::string& what) {
    fmt::print(stderr, "{}:{}: error: {}\n", file_, line, what);
    has_faults_ = true;
  }

  void ReadRow(const YAML::Node& key, const YAML::Node& value) {
    const int line = key.Mark().line + 1;
    const std::string name = key.IsScalar() ? key.Scalar() : "";
    if (IsCode(name, 3)) return ReadExplanation(name, value, line);
    if (IsCode(name, 1)) return ReadTopic(name, value, line);
    if (!IsName(name)) {
      Fault(line, fmt::format("'{}' is no message name; expected "
                              "'R102.unknown-key' or 'issue.error'",
                              name));
      return;
    }
    Row row;
    row.place = fmt::format("{}:{}", file_, line);
    ReadTexts(fmt::format("'{}'", name), value, line, &row.text,
              {"da", "en", "help"});
    if (value.IsMap() && value["help"]) {
      ReadTexts(fmt::format("'{}' (help)", name), value["help"],
                value["help"].Mark().line + 1, &row.help);
    }
    CheckCode(name, row.place, line);
    const auto [earlier, is_new] = rows_.emplace(name, row);
    if (!is_new) {
      Fault(line, fmt::format("'{}' is given twice, first at {}", name,
                              earlier->second.place));
    }
  }

  void ReadExplanation(const std::string& code, const YAML::Node& value,
                       int line) {
    ExplanationRow row;
    row.file = file_;
    row.line = line;
    CheckKeys(fmt::format("'{}'", code), value, {"why", "do", "example"});
    ReadTexts(fmt::format("'{}' (why)", code), value["why"], line, &row.why);
    if (value["do"]) {
      ReadTexts(fmt::format("'{}' (do)", code), value["do"], line,
                &row.what_to_do);
    }
    const YAML::Node example = value["example"];
    if (example && example.IsScalar()) {
      row.example = {example.Scalar(), example.Scalar()};
    } else {
      ReadTexts(fmt::format("'{}' (example)", code), example, line,
                &row.example);
    }
    if (!explanations_.emplace(code, row).second) {
      Fault(line, fmt::format("'{}' is explained twice", code));
    }
  }

  void ReadTopic(const std::string& hundred, const YAML::Node& value,
                 int line) {
    std::array<std::string, 2> title;
    ReadTexts(fmt::format("'{}'", hundred), value, line, &title);
    if (!topics_.emplace(hundred, title).second) {
      Fault(line, fmt::format("'{}' is given twice", hundred));
    }
  }

  // Each at most once: yaml-cpp looks up the first of two without a word.
  // `name` is quoted already.
  void CheckKeys(const std::string& name, const YAML::Node& map,
                 std::initializer_list<std::string_view> known) {
    if (!map || !map.IsMap()) return;
    std::set<std::string> given;
    for (const auto& entry : map) {
      const std::string key = entry.first.Scalar();
      const int line = entry.first.Mark().line + 1;
      if (std::ranges::find(known, key) == known.end()) {
        Fault(line, fmt::format("{} has the unknown key '{}'; known: {}", name,
                                key, fmt::join(known, ", ")));
      } else if (!given.insert(key).second) {
        Fault(line, fmt::format("{} has '{}' twice", name, key));
      }
    }
  }

  // `name` is quoted already.
  void ReadTexts(const std::string& name, const YAML::Node& node, int line,
                 std::array<std::string, 2>* texts,
                 std::initializer_list<std::string_view> keys = {"da", "en"}) {
    CheckKeys(name, node, keys);
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
      (*texts)[i] = TextIn(node, kLanguages[i]);
      if ((*texts)[i].empty()) {
        Fault(line, fmt::format("{} has no '{}'", name, kLanguages[i]));
      }
    }
    CheckPlaces(name, *texts, line);
  }

  void CheckPlaces(const std::string& name,
                   const std::array<std::string, 2>& texts, int line) {
    const std::array<Places, 2> places = {PlacesIn(texts[0]),
                                          PlacesIn(texts[1])};
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i].fault.empty()) continue;
      Fault(line,
            fmt::format("{} in {}: {}", name, kLanguages[i], places[i].fault));
    }
    if (places[0].arguments != places[1].arguments) {
      Fault(line, fmt::format("the placeholders of {} differ between da and en",
                              name));
    }
  }

  std::string TextIn(const YAML::Node& node, std::string_view language) {
    if (!node || !node.IsMap()) return {};
    const YAML::Node text = node[std::string(language)];
    return text && text.IsScalar() ? text.Scalar() : std::string();
  }

  // A code means one thing for ever.
  void CheckCode(const std::string& name, const std::string& place, int line) {
    const std::string code(CodeOf(name));
    if (code.empty()) return;
    const auto [earlier, is_new] = codes_.emplace(code, name + "' at " + place);
    if (!is_new && !earlier->second.starts_with(name + "'")) {
      Fault(line, fmt::format("the code of '{}' is already that of '{}", name,
                              earlier->second));
    }
  }

  std::string file_;
  std::map<std::string, Row> rows_;
  std::map<std::string, std::string> codes_;
  std::map<std::string, ExplanationRow> explanations_;
  Titles topics_;
  bool has_faults_ = false;
};

std::string Literal(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '"' || c == '\\' || c == '?') {
      out += {'\\', c};
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string Pair(const std::array<std::string, 2>& texts) {
  return fmt::format("{{{}, {}}}", Literal(texts[0]), Literal(texts[1]));
}

// "constexpr std::array<TYPE, n> NAME = {{ROWS}};"
std::string ArrayOf(std::string_view type, std::string_view name,
                    const std::vector<std::string>& rows) {
  std::string out = fmt::format("constexpr std::array<{}, {}> {} = {{{{\n",
                                type, rows.size(), name);
  for (const std::string& row : rows) out += "    " + row + ",\n";
  return out + "}};\n";
}

std::string TableSource(const Catalogue& catalogue) {
  std::vector<std::string> messages;
  for (const auto& [name, row] : catalogue.rows()) {
    messages.push_back(fmt::format("{{{}, {}, {}}}", Literal(name),
                                   Pair(row.text), Pair(row.help)));
  }
  std::vector<std::string> explanations;
  for (const auto& [code, row] : catalogue.explanations()) {
    explanations.push_back(fmt::format("{{{}, {}, {}, {}}}", Literal(code),
                                       Pair(row.why), Pair(row.what_to_do),
                                       Pair(row.example)));
  }
  std::vector<std::string> topics;
  for (const auto& [hundred, title] : catalogue.topics()) {
    topics.push_back(fmt::format("{{{}, {}}}", Literal(hundred), Pair(title)));
  }
  return "// Generated from engine/messages; change that.\n"
         "#include \"engine/base/explanations.h\"\n"
         "#include \"engine/base/message_table.h\"\n\n"
         "#include <algorithm>\n#include <array>\n\n"
         "namespace sigte {\nnamespace {\n\n" +
         ArrayOf("MessageRow", "kTable", messages) +
         "static_assert(std::ranges::is_sorted(kTable, {}, "
         "&MessageRow::name));\n" +
         ArrayOf("Explanation", "kExplanations", explanations) +
         ArrayOf("Topic", "kTopics", topics) +
         "\n}  // namespace\n\n"
         "std::span<const MessageRow> MessageTable() { return kTable; }\n"
         "std::span<const Explanation> Explanations() {\n"
         "  return kExplanations;\n"
         "}\n"
         "std::span<const Topic> Topics() { return kTopics; }\n\n"
         "}  // namespace sigte\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: {} OUTPUT.cc FILE.yaml…\n", argv[0]);
    return 2;
  }
  Catalogue catalogue;
  for (int i = 2; i < argc; ++i) catalogue.ReadFile(argv[i]);
  catalogue.CheckExplanations();
  if (catalogue.has_faults()) return 1;
  std::ofstream file(argv[1], std::ios::binary);
  file << TableSource(catalogue);
  file.close();
  if (!file) {
    fmt::print(stderr, "{}: cannot be written\n", argv[1]);
    return 1;
  }
  return 0;
}

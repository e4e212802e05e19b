// Turns the message files into the table that is built into the program:
//     generate OUTPUT.cc FILE.yaml…
// Refuses what would leave somebody without words: a row that lacks a language,
// a key given twice, placeholders that differ between the languages.
#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::array<std::string_view, 2> kLanguages = {"da", "en"};

struct Row {
  std::array<std::string, 2> text;
  std::array<std::string, 2> help;
  std::string place;  // "file:line", for faults
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::set<std::string> Placeholders(const std::string& text) {
  std::set<std::string> found;
  for (std::size_t at = text.find('{'); at != std::string::npos;
       at = text.find('{', at + 1)) {
    if (at + 2 < text.size() && IsDigit(text[at + 1]) && text[at + 2] == '}') {
      found.insert(text.substr(at, 3));
    }
  }
  return found;
}

// "R102." of "R102.unknown-key"; empty where the name begins with no code.
std::string_view CodeOf(std::string_view name) {
  const bool has_code = name.size() > 5 && name[0] >= 'A' && name[0] <= 'Z' &&
                        IsDigit(name[1]) && IsDigit(name[2]) &&
                        IsDigit(name[3]) && name[4] == '.';
  return has_code ? name.substr(0, 5) : std::string_view();
}

bool IsName(std::string_view name) {
  name.remove_prefix(CodeOf(name).size());
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
         name.back() != '.' &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") ==
             std::string_view::npos;
}

class Catalogue {
 public:
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

  const std::map<std::string, Row>& rows() const { return rows_; }
  bool has_faults() const { return has_faults_; }

 private:
  void Fault(int line, const std::string& what) {
    fmt::print(stderr, "{}:{}: error: {}\n", file_, line, what);
    has_faults_ = true;
  }

  void ReadRow(const YAML::Node& key, const YAML::Node& value) {
    const int line = key.Mark().line + 1;
    const std::string name = key.IsScalar() ? key.Scalar() : "";
    if (!IsName(name)) {
      Fault(line, fmt::format("'{}' is no message name; expected "
                              "'R102.unknown-key' or 'issue.error'",
                              name));
      return;
    }
    Row row;
    row.place = fmt::format("{}:{}", file_, line);
    ReadTexts(fmt::format("'{}'", name), value, line, &row.text);
    if (value.IsMap()) {
      for (const auto& entry : value) ReadExtra(name, entry, &row);
    }
    CheckCode(name, row.place, line);
    const auto [earlier, is_new] = rows_.emplace(name, row);
    if (!is_new) {
      Fault(line, fmt::format("'{}' is given twice, first at {}", name,
                              earlier->second.place));
    }
  }

  // What a row may hold beside its two texts.
  void ReadExtra(const std::string& name,
                 const YAML::detail::iterator_value& entry, Row* row) {
    const std::string key = entry.first.Scalar();
    const int line = entry.first.Mark().line + 1;
    if (key == kLanguages[0] || key == kLanguages[1]) return;
    if (key != "help") {
      Fault(line, fmt::format("'{}' has the unknown key '{}'; known: da, en, "
                              "help",
                              name, key));
      return;
    }
    ReadTexts(fmt::format("'{}' (help)", name), entry.second, line, &row->help);
  }

  // `name` is quoted already.
  void ReadTexts(const std::string& name, const YAML::Node& node, int line,
                 std::array<std::string, 2>* texts) {
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
      (*texts)[i] = TextIn(node, kLanguages[i]);
      if ((*texts)[i].empty()) {
        Fault(line, fmt::format("{} has no '{}'", name, kLanguages[i]));
      }
    }
    if (Placeholders((*texts)[0]) != Placeholders((*texts)[1])) {
      Fault(line, fmt::format("the placeholders of {} differ between da and en",
                              name));
    }
  }

  std::string TextIn(const YAML::Node& node, std::string_view language) {
    std::string text;
    bool found = false;
    if (!node.IsMap()) return text;
    for (const auto& entry : node) {
      if (entry.first.Scalar() != language || !entry.second.IsScalar()) {
        continue;
      }
      if (found) {
        Fault(entry.first.Mark().line + 1,
              fmt::format("'{}' is given twice", language));
      }
      found = true;
      text = entry.second.Scalar();
    }
    return text;
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

std::string TableSource(const std::map<std::string, Row>& rows) {
  std::string out =
      "// Generated from engine/messages/*.yaml; change those.\n"
      "#include \"engine/base/message_table.h\"\n\n"
      "#include <algorithm>\n#include <array>\n\n"
      "namespace sigte {\nnamespace {\n\n";
  out += fmt::format("constexpr std::array<MessageRow, {}> kTable = {{{{\n",
                     rows.size());
  for (const auto& [name, row] : rows) {
    out += fmt::format("    {{{}, {{{}, {}}}, {{{}, {}}}}},\n", Literal(name),
                       Literal(row.text[0]), Literal(row.text[1]),
                       Literal(row.help[0]), Literal(row.help[1]));
  }
  out +=
      "}};\n"
      "static_assert(std::ranges::is_sorted(kTable, {}, &MessageRow::name));\n"
      "\n}  // namespace\n\n"
      "std::span<const MessageRow> MessageTable() { return kTable; }\n\n"
      "}  // namespace sigte\n";
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: {} OUTPUT.cc FILE.yaml…\n", argv[0]);
    return 2;
  }
  Catalogue catalogue;
  for (int i = 2; i < argc; ++i) catalogue.ReadFile(argv[i]);
  if (catalogue.has_faults()) return 1;
  std::ofstream file(argv[1], std::ios::binary);
  file << TableSource(catalogue.rows());
  file.close();
  if (!file) {
    fmt::print(stderr, "{}: cannot be written\n", argv[1]);
    return 1;
  }
  return 0;
}

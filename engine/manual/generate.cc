// SPDX-License-Identifier: MPL-2.0

// Writes the manual, a folder a language, when the program is built:
//     sigte_generate_manual FOLDER DATE SCHEMA…
// What it says comes from the command line's own tables and from the schemas.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/file_set.h"
#include "engine/base/issue.h"
#include "engine/manual/command_pages.h"
#include "engine/manual/page.h"
#include "engine/manual/schema_page.h"
#include "engine/read/json_reader.h"

namespace sigte::manual {
namespace {

namespace fs = std::filesystem;

struct SchemaFile {
  std::string name;
  PaddedText text;
  Document document;
};

bool Read(const fs::path& path, SchemaFile* file) {
  constexpr std::string_view kEnding = ".schema.json";
  const std::string name = path.filename().string();
  std::string why;
  const auto text = ReadFile(path.string(), &why);
  IssueList issues;
  if (!text || !name.ends_with(kEnding)) return false;
  file->name = name.substr(0, name.size() - kEnding.size());
  file->text = PaddedText(*text);
  return JsonReader().Read(file->text.text(), nullptr, 0, &file->document,
                           &issues);
}

// man(1) finds English at the top and other languages in folders of theirs.
bool Write(const Page& page, const fs::path& folder) {
  const std::string section = std::to_string(page.section());
  fs::path to = folder;
  if (page.lang() != Lang::kEn) {
    to /= kLanguages[static_cast<std::size_t>(page.lang())];
  }
  to /= "man" + section;
  std::error_code error;
  fs::create_directories(to, error);
  std::ofstream file(to / (page.name() + "." + section), std::ios::binary);
  file << page.text();
  file.close();
  return !error && !file.fail();
}

bool WriteAll(const fs::path& folder, std::string_view date,
              const std::vector<SchemaFile>& schemas) {
  std::vector<std::string> formats;
  for (const SchemaFile& schema : schemas) {
    formats.push_back("sigte-" + schema.name);
  }
  for (const Lang lang : {Lang::kDa, Lang::kEn}) {
    std::vector<Page> pages = CommandPages(lang, date, formats);
    for (const SchemaFile& schema : schemas) {
      pages.push_back(
          SchemaPage(schema.document, schema.name, date, lang, formats));
    }
    for (const Page& page : pages) {
      if (!Write(page, folder)) return false;
    }
  }
  return true;
}

}  // namespace
}  // namespace sigte::manual

int main(int argc, char** argv) {
  using sigte::manual::SchemaFile;
  if (argc < 3) return 2;
  std::vector<SchemaFile> schemas(static_cast<std::size_t>(argc - 3));
  for (std::size_t i = 0; i < schemas.size(); ++i) {
    if (sigte::manual::Read(argv[i + 3], &schemas[i])) continue;
    std::fprintf(stderr, "%s: no schema\n", argv[i + 3]);
    return 1;
  }
  if (sigte::manual::WriteAll(argv[1], argv[2], schemas)) return 0;
  std::fprintf(stderr, "%s: cannot be written\n", argv[1]);
  return 1;
}

// SPDX-License-Identifier: MPL-2.0

// The official JSON-Schema-Test-Suite for draft 2020-12, through the public
// interface. It is no part of this project; see SuiteFolder for where it is
// looked for.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "engine/schema/schema.h"
#include "gtest/gtest.h"
#include "tests/schema/schema_store.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

fs::path SuiteFolder() {
  if (const char* given = std::getenv("SIGTE_JSON_SCHEMA_SUITE")) return given;
  return fs::path(SIGTE_SOURCE_DIR) /
         "../shared/conformance/json-schema-test-suite";
}

struct Tally {
  std::size_t passed = 0;
  std::vector<std::string> failed;
};

class Suite : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(SuiteFolder() / "tests/draft2020-12")) {
      GTEST_SKIP() << "SKIPPED: no JSON-Schema-Test-Suite at " << SuiteFolder()
                   << "; set SIGTE_JSON_SCHEMA_SUITE to its folder";
    }
    remotes_.AddFolder(SuiteFolder() / "remotes", "http://localhost:1234/");
    remotes_.AddMetaschema();
  }

  Tally RunFile(const fs::path& path, bool assert_format) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    SchemaStore store;
    const SchemaStore::Entry& file =
        store.Parse(path.filename().string(), text.str());
    Tally tally;
    ForEach(file.document, Document::kRoot, [&](NodeIndex group) {
      RunGroup(file, group, assert_format, &tally);
    });
    return tally;
  }

 private:
  template <typename Visit>
  static void ForEach(const Document& document, NodeIndex list, Visit visit) {
    NodeIndex element = list + 1;
    for (std::uint32_t i = 0; i < document[list].count; ++i) {
      visit(element);
      element = document[element].next;
    }
  }

  static std::string_view TextAt(const SchemaStore::Entry& file,
                                 NodeIndex node) {
    const Node& value = file.document[node];
    return file.padded.text().substr(value.begin, value.end - value.begin);
  }

  void RunGroup(const SchemaStore::Entry& file, NodeIndex group,
                bool assert_format, Tally* tally) {
    const Document& document = file.document;
    SchemaStore store;
    const SchemaStore::Entry& text = store.Parse(
        "schema.json", TextAt(file, document.Member(group, "schema")));
    IssueList issues;
    SchemaOptions options;
    options.assert_format = assert_format;
    const auto schema = Schema::Compile(text.document, &text.source, options,
                                        remotes_.Lookup(), &issues);
    const std::string name(
        document[document.Member(group, "description")].text);
    ForEach(document, document.Member(group, "tests"), [&](NodeIndex test) {
      const std::string full =
          file.source.name() + ": " + name + ": " +
          std::string(document[document.Member(test, "description")].text);
      if (schema == nullptr) {
        tally->failed.push_back(full + ": " +
                                Format(issues.issues().front(), Lang::kEn));
        return;
      }
      RunTest(file, test, *schema, full, tally);
    });
  }

  // IsValid and Faults must agree with the suite and so with each other.
  void RunTest(const SchemaStore::Entry& file, NodeIndex test,
               const Schema& schema, const std::string& name, Tally* tally) {
    const Document& document = file.document;
    const bool expected = document[document.Member(test, "valid")].boolean;
    SchemaStore store;
    const SchemaStore::Entry& data =
        store.Parse("data.json", TextAt(file, document.Member(test, "data")));
    SchemaChecker checker(schema);
    bool cut = false;
    const bool valid = checker.IsValid(data.document);
    const bool silent =
        checker.Faults(data.document, Document::kRoot, &data.source, &cut)
            .empty();
    EXPECT_EQ(valid, silent) << name;
    if (valid == expected) {
      ++tally->passed;
    } else {
      tally->failed.push_back(name);
    }
  }

  SchemaStore remotes_;
};

std::vector<fs::path> JsonFilesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().extension() == ".json") files.push_back(file.path());
  }
  std::ranges::sort(files);
  return files;
}

TEST_F(Suite, PassesEveryRequiredTest) {
  std::size_t passed = 0;
  for (const fs::path& file :
       JsonFilesIn(SuiteFolder() / "tests/draft2020-12")) {
    const Tally tally = RunFile(file, false);
    passed += tally.passed;
    for (const std::string& name : tally.failed) ADD_FAILURE() << name;
  }
  EXPECT_GT(passed, 1000u);
  std::cout << "required: " << passed << " passed\n";
}

// Optional tests are reported, not demanded; those of the formats that are
// asserted must not fall behind.
TEST_F(Suite, ReportsTheOptionalTests) {
  std::size_t passed = 0;
  std::size_t failed = 0;
  const fs::path folder = SuiteFolder() / "tests/draft2020-12/optional";
  const auto run = [&](const fs::path& file, bool assert_format) {
    const Tally tally = RunFile(file, assert_format);
    passed += tally.passed;
    failed += tally.failed.size();
    std::cout << file.filename().string() << ": " << tally.passed << " of "
              << tally.passed + tally.failed.size() << "\n";
    for (const std::string& name : tally.failed) {
      std::cout << "  not passed: " << name << "\n";
    }
  };
  for (const fs::path& file : JsonFilesIn(folder)) run(file, false);
  for (const fs::path& file : JsonFilesIn(folder / "format")) run(file, true);
  std::cout << "optional: " << passed << " of " << passed + failed << "\n";
  EXPECT_GT(passed, failed * 10);
}

}  // namespace
}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

// A ruleset's folder: which files and schemas are of it, and what is said of
// others.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/app/changed_ruleset.h"
#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

TEST(Rules, ASchemaMayBeginWithAByteOrderMark) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "", "");
  work.Write("rules/outings.schema.json",
             "\xEF\xBB\xBF" + work.Read("rules/outings.schema.json"));
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 0) << run.out << run.err;
}

// Advice for those who submit, or for `sigte validate`, is of no use here.
TEST(Rules, AnEmptySchemaIsToldAsOne) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "", "");
  work.Write("rules/outings.schema.json", " \n");
  EXPECT_EQ(work.Run({"rules", "check", "--rules", "rules"}).out,
            "rules/outings.schema.json:1:1: error: the schema's file is empty "
            "[S117 empty-schema]\n"
            "    1 |  \n"
            "      | ^\n"
            "      = help: write the schema, or name another file under "
            "'schema' in ruleset.yaml\n"
            "      = more: sigte explain S117\n"
            "the ruleset in 'rules' cannot be used until its faults are "
            "mended\n");
}

TEST(Rules, ASchemaThatRefersElsewhereIsToldThatItStandsAlone) {
  const Workplace work;
  CopyWith(work, "outings.schema.json", "\"#/$defs/outing\"",
           "\"https://example.org/outing.json\"");
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.out, "rules/outings.schema.json:"),
            "rules/outings.schema.json:9:52: error: the reference "
            "'https://example.org/outing.json' leads to the schema "
            "'https://example.org/outing.json', but the schema of a ruleset "
            "stands alone [S118 schema-outside-ruleset]");
  EXPECT_EQ(LineOf(run.out, "      = help:"),
            "      = help: write what is referred to under '$defs' of the "
            "schema itself, and refer to '#/$defs/…'");
}

// By far the most faults follow from it, and are gone when it is mended.
TEST(Rules, AFileThatIsNotReadIsToldFirstAndAlone) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "", "");
  std::filesystem::rename(work.folder() / "rules/parameters.yaml",
                          work.folder() / "rules/zz.yml");
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out.substr(0, run.out.find('\n')),
            "rules/zz.yml:1:1: error: the file 'zz.yml' does not belong in a "
            "ruleset [R140 unknown-file]");
  EXPECT_EQ(run.out.find("R230"), std::string::npos) << run.out;
}

TEST(Rules, AManifestOfAnotherNameIsTold) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "", "");
  std::filesystem::rename(work.folder() / "rules/ruleset.yaml",
                          work.folder() / "rules/ruleset.yml");
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out.substr(0, run.out.find('\n')),
            "rules/ruleset.yml:1:1: error: the file 'ruleset.yml' does not "
            "belong in a ruleset [R140 unknown-file]");
  EXPECT_EQ(LineOf(run.out, "error:"),
            "error: the folder has no 'ruleset.yaml' [R145 no-manifest]");
}

// A ruleset may come from anybody; its 'schema' opens nothing else.
TEST(Rules, ASchemaElsewhereIsNotOpened) {
  const Workplace work;
  CopyWith(work, "ruleset.yaml", "", "");
  const std::string manifest = work.Read("rules/ruleset.yaml");
  const std::string was = "outings.schema.json";
  work.Write("secret.json", "top secret");
  std::filesystem::create_symlink("../secret.json",
                                  work.folder() / "rules" / "link.json");
  for (const std::string& name :
       {std::string("../secret.json"), std::string("link.json"),
        (work.folder() / "secret.json").string(), std::string("."),
        std::string("/dev/null"), std::string("../rules/../secret.json")}) {
    std::string text = manifest;
    work.Write("rules/ruleset.yaml",
               text.replace(text.find(was), was.size(), name));
    const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
    EXPECT_EQ(run.code, 2) << name;
    EXPECT_NE((run.out + run.err)
                  .find("error: the schema '" + name +
                        "' is neither in the ruleset's folder nor in schemas/"),
              std::string::npos)
        << run.out << run.err;
    EXPECT_EQ((run.out + run.err).find("top secret"), std::string::npos);
  }
}

TEST(Rules, ASchemaMayBeALinkWithinTheFolderOrToSchemas) {
  const Workplace work;
  CopyWith(work, "ruleset.yaml", "outings.schema.json", "link.json");
  const std::filesystem::path rules = work.folder() / "rules";
  std::filesystem::create_symlink("outings.schema.json", rules / "link.json");
  EXPECT_EQ(work.Run({"rules", "check", "--rules", "rules"}).code, 0);
  // Side by side, as they are shipped: data/rules/mini and data/schemas.
  std::filesystem::create_directories(work.folder() / "data/rules");
  std::filesystem::create_directories(work.folder() / "data/schemas");
  std::filesystem::rename(rules, work.folder() / "data/rules/mini");
  std::filesystem::rename(work.folder() / "data/rules/mini/outings.schema.json",
                          work.folder() / "data/schemas/outings.schema.json");
  std::filesystem::remove(work.folder() / "data/rules/mini/link.json");
  std::filesystem::create_symlink("../../schemas/outings.schema.json",
                                  work.folder() / "data/rules/mini/link.json");
  EXPECT_EQ(work.Run({"rules", "check", "--rules", "data/rules/mini"}).code, 0);
}

TEST(Rules, ARuleFileThatLeadsNowhereIsNotPassedOver) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "", "");
  std::filesystem::create_symlink("gone.yaml",
                                  work.folder() / "rules" / "more.yaml");
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.out, "error:"),
            "error: the ruleset cannot be read: 'rules/more.yaml': there is no "
            "file or folder of that name [A120 unreadable-ruleset]");
}

// Renamed by Notepad or put aside by hand, they held rules once.
TEST(Rules, AFileNamedLikeARuleFileIsNotPassedOver) {
  for (const std::string name :
       {"terms/more.YAML", "more.yaml.txt", ".more.yaml"}) {
    const Workplace work;
    CopyWith(work, "rules.yaml", "", "");
    work.Write("rules/" + name, "- rule: x\n");
    work.Write("rules/rules.yaml~", "- rule: x\n");
    work.Write("rules/.rules.yaml.swp", "- rule: x\n");
    const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(
        run.out + run.err,
        "rules/" + name + ":1:1: error: the file '" + name +
            "' does not belong in a ruleset [R140 unknown-file]\n"
            "    1 | - rule: x\n"
            "      | ^\n"
            "      = help: rules lie in .yaml files in the folder itself, "
            "terms in terms/: rename the file, or put it elsewhere\n"
            "      = more: sigte explain R140\n"
            "the ruleset in 'rules' cannot be used until its faults are "
            "mended\n");
  }
}

TEST(Rules, AFolderNamedLikeARuleFileIsNotPassedOver) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "", "");
  work.Write("rules/more.yaml/rules.txt", "- rule: x\n");
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE((run.out + run.err).find("'rules/more.yaml': it is a folder"),
            std::string::npos)
      << run.out << run.err;
}

TEST(Rules, AFolderThatIsNotThereIsToldWithItsName) {
  const Workplace work;
  const ProgramRun run = work.Run({"rules", "check", "--rules", "nowhere"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.out, "error:"),
            "error: the ruleset cannot be read: 'nowhere': there is no file or "
            "folder of that name [A120 unreadable-ruleset]");
  work.Write("file.yaml", "");
  EXPECT_EQ(
      LineOf(work.Run({"rules", "check", "--rules", "file.yaml"}).out,
             "error:"),
      "error: the ruleset cannot be read: 'file.yaml': it is a file and no "
      "folder [A120 unreadable-ruleset]");
}

}  // namespace
}  // namespace sigte

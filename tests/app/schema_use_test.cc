// SPDX-License-Identifier: MPL-2.0

// The schemas that `sigte validate` uses: where they come from, and what is
// said of those that are wrong.
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"
#include "tests/app/validate_fixture.h"

namespace sigte {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

/// What is said of a schema that cannot be used.
std::string Refusal(const Workplace& work, const std::string& schema,
                    const std::vector<std::string>& more = {}) {
  work.Write("s.json", schema);
  work.Write("d.json", "1");
  std::vector<std::string> arguments = {"validate", "--schema", "s.json",
                                        "d.json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const ProgramRun run = work.Run(arguments);
  EXPECT_EQ(run.code, 2) << run.out;
  EXPECT_EQ(run.out, "");
  return run.err;
}

constexpr const char* kRefused =
    "the schema 's.json' cannot be used until its faults are mended\n";

TEST(WrongSchema, IsRefusedWithEveryPlace) {
  const Workplace work;
  EXPECT_EQ(Refusal(work,
                    "{\"type\": \"strng\",\n"
                    " \"pattern\": \"a(?!b)\",\n"
                    " \"maxLength\": \"5\",\n"
                    " \"$ref\": \"https://e.invalid/other.json\"}"),
            "s.json:1:10: error: unknown type 'strng'; did you mean 'string'? "
            "[S110 unknown-type]\n"
            "    1 | {\"type\": \"strng\",\n"
            "      |          ^~~~~~~\n"
            "      = help: choose one of them\n"
            "      = more: sigte explain S110\n"
            "s.json:2:15: error: the regular expression 'a(?!b)' cannot be "
            "used: it looks ahead or behind ((?=, (?!, (?<=, (?<!), which "
            "cannot be done in linear time [S103 bad-pattern]\n"
            "    2 |  \"pattern\": \"a(?!b)\",\n"
            "      |               ^~~~~~\n"
            "      = help: correct what is named; looking around and back "
            "cannot be used at all\n"
            "      = more: sigte explain S103\n"
            "s.json:3:15: error: 'maxLength' must be a whole number of 0 or "
            "more [S101 wrong-keyword-value]\n"
            "    3 |  \"maxLength\": \"5\",\n"
            "      |               ^~~\n"
            "      = help: write the value in that form\n"
            "      = more: sigte explain S101\n"
            "s.json:4:10: error: the reference 'https://e.invalid/other.json' "
            "leads to the schema 'https://e.invalid/other.json', which is not "
            "at hand [S113 schema-not-at-hand]\n"
            "    4 |  \"$ref\": \"https://e.invalid/other.json\"}\n"
            "      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
            "      = help: schemas are never fetched; give 'sigte validate' "
            "their folder with --schema-dir\n"
            "      = more: sigte explain S113\n" +
                std::string(kRefused));
}

TEST(WrongSchema, MayNotTurnInCircles) {
  const Workplace work;
  EXPECT_EQ(Refusal(work, R"({"anyOf": [{"$ref": "#"}, {"type": "null"}]})"),
            "s.json:1:21: error: the schema refers to itself without going "
            "further into the content [S105 reference-cycle]\n"
            "    1 | {\"anyOf\": [{\"$ref\": \"#\"}, {\"type\": \"null\"}]}\n"
            "      |                     ^~~\n"
            "      = help: remove one of them\n"
            "      = more: sigte explain S105\n" +
                std::string(kRefused));
}

TEST(WrongSchema, MustBeJsonAndASchema) {
  const Workplace work;
  EXPECT_EQ(Refusal(work, "{\"type\": }"),
            "s.json:1:10: error: a value was expected here, not '}' [D102 "
            "value-expected]\n"
            "    1 | {\"type\": }\n"
            "      |          ^\n"
            "      = help: write the value, or remove what stands before it\n"
            "      = more: sigte explain D102\n" +
                std::string(kRefused));
  EXPECT_THAT(Refusal(work, "[]"), HasSubstr("S111 not-a-schema"));
  EXPECT_THAT(Refusal(work, ""), HasSubstr("D101 empty-text"));
  EXPECT_THAT(Refusal(work, std::string(300, '[')), HasSubstr("D115"));
}

TEST(WrongSchema, ThatIsNotThereIsToldSo) {
  const Workplace work;
  work.Write("d.json", "1");
  EXPECT_EQ(
      work.Run({"validate", "--schema", "gone.json", "d.json"}).err,
      "error: 'gone.json' cannot be read: there is no file or folder of that "
      "name [A110 unreadable-file]\n"
      "      = help: look at the name, the folder and the permissions\n"
      "      = more: sigte explain A110\n"
      "the schema 'gone.json' cannot be used until its faults are mended\n");
}

TEST(WrongSchema, WarnsOfAMisspeltKeywordAndGoesOn) {
  const Workplace work;
  work.Write("s.json", R"({"maximun": 0})");
  work.Write("d.json", "1");
  const ProgramRun run = work.Run({"validate", "--schema", "s.json", "d.json"});
  EXPECT_EQ(run.code, 0);
  EXPECT_THAT(run.err,
              HasSubstr("warning: unknown keyword 'maximun'; it checks "
                        "nothing; did you mean 'maximum'?"));
}

/// Exit code and errors of checking `1` against a reference to `reference`.
ProgramRun Follow(const Workplace& work, const std::string& reference,
                  const std::vector<std::string>& folders) {
  work.Write("main/s.json", "{\"$ref\": \"" + reference + "\"}");
  work.Write("d.json", "1");
  // The file comes last: an option takes one folder and no more.
  std::vector<std::string> arguments = {"validate", "--schema", "main/s.json"};
  for (const std::string& folder : folders) {
    arguments.insert(arguments.end(), {"--schema-dir", folder});
  }
  arguments.emplace_back("d.json");
  return work.Run(arguments);
}

TEST(SchemaFolders, MakeTheirSchemasKnownByIdOrByUri) {
  const Workplace work;
  work.Write("a/one.json",
             R"({"$id": "https://e.invalid/one", "type": "null"})");
  work.Write("b/deep/two words.json", R"({"type": "null"})");
  EXPECT_EQ(Follow(work, "https://e.invalid/one", {"a"}).code, 1);
  EXPECT_EQ(Follow(work, "https://e.invalid/one", {"b", "a"}).code, 1);
  EXPECT_EQ(Follow(work, "https://e.invalid/one", {}).code, 2);
  EXPECT_EQ(Follow(work, "https://x.invalid/deep/two%20words.json",
                   {"https://x.invalid/=b"})
                .code,
            1);
  EXPECT_EQ(
      Follow(work, "https://x.invalid/one.json", {"https://x.invalid=a", "b"})
          .code,
      1);
  EXPECT_EQ(
      Follow(work, "https://x.invalid/two.json", {"https://x.invalid/=b"}).code,
      2);
}

// Where the schema itself lies in a folder, its relative references start
// there.
TEST(SchemaFolders, GiveTheSchemaItsOwnUriToo) {
  const Workplace work;
  work.Write("main/part.json", R"({"type": "null"})");
  EXPECT_EQ(Follow(work, "part.json", {"https://x.invalid/s/=main"}).code, 1);
  EXPECT_EQ(Follow(work, "part.json", {"main"}).code, 1);
  EXPECT_EQ(Follow(work, "part.json", {}).code, 2);
}

TEST(SchemaFolders, MustBeReadableAndCallNoTwoSchemasTheSame) {
  const Workplace work;
  work.Write("a/1.json", R"({"$id": "urn:x"})");
  work.Write("a/2.json", "{\n \"$id\": \"urn:x\"}");
  EXPECT_EQ(
      Follow(work, "urn:x", {"a"}).err,
      "a/2.json:2:9: error: two schemas are called 'urn:x'; the other is "
      "a/1.json [V110 two-of-one-id]\n"
      "    2 |  \"$id\": \"urn:x\"}\n"
      "      |         ^~~~~~~\n"
      "      = help: give one of them another $id\n"
      "      = more: sigte explain V110\n"
      "the schema 'main/s.json' cannot be used until its faults are mended\n");
  EXPECT_THAT(Follow(work, "#", {"gone"}).err,
              HasSubstr("'gone' cannot be read: "));
  work.Write("b/1.json", "{");
  EXPECT_THAT(Follow(work, "urn:x", {"b"}).err, HasSubstr("b/1.json:1:2: "));
}

TEST(SchemaFolders, MayHoldADialectWithItsOwnVocabularies) {
  const Workplace work;
  work.Write("m/meta.json",
             R"({"$id": "https://e.invalid/meta", "$vocabulary": {
               "https://json-schema.org/draft/2020-12/vocab/core": true,
               "https://json-schema.org/draft/2020-12/vocab/applicator": true}})");
  work.Write("s.json",
             R"({"$schema": "https://e.invalid/meta", "minimum": 5})");
  work.Write("d.json", "1");
  EXPECT_EQ(work.Run({"validate", "--schema", "s.json", "d.json",
                      "--schema-dir", "m"})
                .code,
            0);
}

TEST(ShippedSchemas, MayBeReferredToAndAreNeverFetched) {
  const Workplace work;
  EXPECT_EQ(
      Follow(work, "https://json-schema.org/draft/2020-12/schema", {}).code, 1);
  EXPECT_EQ(Follow(work, "https://json-schema.org/draft-07/schema", {}).code,
            2);
}

TEST(ShippedSchemas, AreListedWithTheirTitles) {
  const Workplace work;
  const std::string names = work.Run({"schema"}).out;
  for (const auto& [name, title] :
       {std::pair{"decision", "Decision"},
        {"language", "The language of the texts"},
        {"laws", "Law catalogue"},
        {"parameters", "Parameters and tables"},
        {"rules", "Rules"},
        {"ruleset ", "The ruleset's manifest"},
        {"submission", "Submission to the 2021/22 mapping"},
        {"terms", "Terms"}}) {
    EXPECT_THAT(LineOf(names, name), EndsWith("  " + std::string(title)));
  }
  const std::string danish = work.Run({"schema", "--lang", "da"}).out;
  EXPECT_THAT(LineOf(danish, "laws"), EndsWith("  Lovkatalog"));
}

TEST_F(Validate, KnowsTheShippedSchemasByName) {
  work_.Write("t.yaml", "- term: x\n  titel: {da: a, en: b}\n");
  const ProgramRun run =
      work_.Run({"validate", "--schema", "terms", "t.yaml", "--lang", "en"});
  EXPECT_THAT(run.out, HasSubstr("unknown member 'titel'; did you mean "
                                 "'title'?"));
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(work_.Run({"validate", "--schema", "termz", "t.yaml"}).err,
            "error: no schema 'termz' comes with the program; did you mean "
            "'terms'? [A108 unknown-schema]\n"
            "      = help: see the names with 'sigte schema'\n"
            "      = more: sigte explain A108\n"
            "the schema 'termz' cannot be used until its faults are mended\n");
}

// A folder of a ruleset is often called as a schema is.
TEST_F(Validate, TakesNoFolderForASchema) {
  work_.Write("terms/t.yaml", "[]");
  EXPECT_EQ(work_.Run({"validate", "--schema", "terms", "terms"}).code, 0);
}

TEST_F(Validate, ChecksAgainstAPartOfASchema) {
  work_.Write("p.json", R"({"$defs": {"n": {"type": "number"}}})");
  work_.Write("d.json", "\"x\"");
  EXPECT_EQ(
      work_.Run({"validate", "--schema", "p.json#/$defs/n", "d.json"}).code, 1);
  const ProgramRun run =
      work_.Run({"validate", "--schema", "p.json#/$defs/m", "d.json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("there is no schema at '/$defs/m' in the file "
                                 "[V114 no-such-part]"));
  EXPECT_THAT(
      work_.Run({"validate", "--schema", "p.json#n", "d.json"}).err,
      HasSubstr("there is no schema at 'n' in the file [V114 no-such-part]"));
  work_.Write("c#.json", work_.Read("p.json"));
  const auto code = [&](const char* schema) {
    return work_.Run({"validate", "--schema", schema, "d.json"}).code;
  };
  EXPECT_EQ(code("c#.json"), 0);
  EXPECT_EQ(code("c#.json#"), 0);
  EXPECT_EQ(code("c#.json#/$defs/n"), 1);
}

}  // namespace
}  // namespace sigte

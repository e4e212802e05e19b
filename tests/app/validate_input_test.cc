// SPDX-License-Identifier: MPL-2.0

// `sigte validate`: what it reads, in which forms, and what cannot be read.

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/app/validate_fixture.h"

namespace sigte {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// What cannot be read is told in its place; no other line is lost by it.
TEST_F(Validate, ChecksEveryLineOfAStreamAroundTheUnreadableOnes) {
  work_.Write("d.ndjson",
              "{\"title\": \"a\"}\n"
              "{\"title\": \n"
              "\n"
              "{\"title\": \"\xFF\"}\n"
              "{\"title\": 5}\r\n"
              "{\"title\": \"last\"}");
  const ProgramRun run = Run({"d.ndjson"});
  EXPECT_EQ(
      run.out,
      "d.ndjson:2:11: error: the text ends before the '}' of the object that "
      "begins at 2:1 [D104 ends-within-object]\n"
      "    2 | {\"title\": \n"
      "      |           ^\n"
      "      = help: put '}' where the object ends, or fetch the file again\n"
      "      = more: sigte explain D104\n"
      "d.ndjson:4:12: error: the byte FF is not UTF-8 [D113 not-utf8]\n"
      "    4 | {\"title\": \"�\"}\n"
      "      |            ^\n"
      "      = help: save the file as UTF-8\n"
      "      = more: sigte explain D113\n"
      "d.ndjson:5:11: error: 'title' must be a text but is the number 5 [D201 "
      "wrong-type]\n"
      "    5 | {\"title\": 5}\n"
      "      |           ^\n"
      "      = help: correct the value: put quotes around it\n"
      "      = data /title; schema 'type', /properties/title/type\n"
      "      = more: sigte explain D201\n"
      "documents checked: 5 = 2 valid + 3 invalid; files that could not be "
      "read: 0\n");
  EXPECT_EQ(run.code, 1);
}

TEST_F(Validate, ReadsYaml) {
  work_.Write("d.yaml", "# comment\ntitle: 2019\narea: [work]\n");
  EXPECT_EQ(
      Run({"d.yaml"}).out,
      "d.yaml:2:8: error: 'title' must be a text but is the number 2019 "
      "[D201 wrong-type]\n"
      "    2 | title: 2019\n"
      "      |        ^~~~\n"
      "      = help: correct the value: put quotes around it\n"
      "      = data /title; schema 'type', /properties/title/type\n"
      "      = more: sigte explain D201\n"
      "d.yaml:3:7: error: 'area' may not be a list; known: work, school, "
      "leisure [D205 not-allowed-value]\n"
      "    3 | area: [work]\n"
      "      |       ^\n"
      "      = data /area; schema 'enum', /properties/area/enum\n"
      "      = help: choose one of the allowed values, written exactly so\n"
      "      = more: sigte explain D205\n"
      "documents checked: 1 = 0 valid + 1 invalid; files that could not "
      "be read: 0\n");
  work_.Write("good.yml", "title: \"2019\"\nday: 2019-01-01\n");
  EXPECT_EQ(Run({"good.yml", "--assert-format"}).code, 0);
}

TEST_F(Validate, ReadsStandardInputInWhateverFormItHas) {
  EXPECT_EQ(Run({"-"}, "{\"title\":\n \"a\"}").code, 0);
  EXPECT_EQ(Run({"-"}, "title: a\n").code, 0);
  EXPECT_THAT(Run({"-"}, "{\"title\": \"a\"}\n{\"title\": 5}\n").out,
              StartsWith("<stdin>:2:11: error: "));
  // A broken first line does not make the stream one document.
  EXPECT_THAT(Run({"-"}, "{\"title\": \"a\"\n{\"title\": \"b\"}\n").out,
              HasSubstr("documents checked: 2 = 1 valid + 1 invalid"));
  // Nor does a second line that is too long to come with the first.
  const std::string longer(400'000, 'x');
  EXPECT_THAT(
      Run({"-"}, "{\"title\": \"a\"}\n{\"title\": \"" + longer + "\"}\n{}\n")
          .out,
      HasSubstr("documents checked: 3 = 2 valid + 1 invalid"));
  EXPECT_EQ(Run({"-"}, "{\"title\":\n\"" + longer + "\"\n}\n\n").code, 0);
  EXPECT_THAT(Run({"-", "--as", "yaml"}, "{title: 5}").out,
              StartsWith("<stdin>:1:9: error: "));
  const ProgramRun nothing = Run({"-"});
  EXPECT_EQ(nothing.code, 1);
  EXPECT_THAT(nothing.out, HasSubstr("D101"));
  EXPECT_EQ(Run({"-", "--as", "ndjson"}).code, 0);
}

TEST_F(Validate, GoesOnAfterFilesThatAreNotThere) {
  work_.Write("in/a.json", "{\"title\": \"a\"}");
  work_.Write("in/b.yaml", "title: [");
  work_.Write("in/c.ndjson", "");
  work_.Write("in/d.json", "");
  work_.Write("in/e.json", "\xEF\xBB\xBF{\"title\": \"a\"}");
  work_.Write("in/readme.txt", "no");
  const ProgramRun run = Run({"gone.json", "in"});
  EXPECT_EQ(run.out,
            "error: 'gone.json' cannot be read: there is no file or folder of "
            "that name [A110 unreadable-file]\n"
            "      = help: look at the name, the folder and the permissions\n"
            "      = more: sigte explain A110\n"
            "in/b.yaml:1:8: error: cannot be read as YAML: '[' is not closed "
            "by ']', or a comma is missing [R101 yaml-syntax]\n"
            "    1 | title: [\n"
            "      |        ^\n"
            "      = help: look at the sign at the caret and the line above; "
            "put the text in quotes where it has ': ' or ' #' or, between { "
            "and }, a '?'\n"
            "      = more: sigte explain R101\n"
            "in/c.ndjson:1:1: error: the file is empty; a document a line was "
            "expected [V112 no-lines]\n"
            "    1 |\n"
            "      | ^\n"
            "      = help: see whether it is the right file\n"
            "      = more: sigte explain V112\n"
            "in/d.json:1:1: error: there is nothing here; a JSON value was "
            "expected [D101 empty-text]\n"
            "    1 |\n"
            "      | ^\n"
            "      = help: whoever has nothing to report writes an empty list\n"
            "      = more: sigte explain D101\n"
            "in/e.json:1:1: note: the file begins with an invisible mark "
            "(BOM), which was skipped [D160 byte-order-mark]\n"
            "    1 | {\"title\": \"a\"}\n"
            "      | ^\n"
            "      = help: save as UTF-8 without BOM where you can\n"
            "      = more: sigte explain D160\n"
            "documents checked: 5 = 2 valid + 3 invalid; files that could not "
            "be read: 1\n");
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(Run({"gone.json"}).code, 2);
  work_.Write("empty/x.txt", "");
  const ProgramRun empty = Run({"empty"});
  EXPECT_THAT(empty.err, HasSubstr("V113 empty-folder"));
  EXPECT_EQ(empty.code, 2);
}

TEST_F(Validate, EndsAtDataThatIsNestedWithoutEnd) {
  const std::string deep(300, '[');
  work_.Write("d.json", deep);
  EXPECT_THAT(Run({"d.json"}).out, HasSubstr("more than 256 levels"));
  work_.Write("d.yaml", "title: " + deep);
  EXPECT_EQ(Run({"d.yaml"}).code, 1);
}

TEST_F(Validate, RefusesArgumentsThatMakeNoSense) {
  const auto error = [&](std::vector<std::string> arguments) {
    const ProgramRun run = work_.Run(std::move(arguments));
    EXPECT_EQ(run.code, 2);
    return run.err.substr(0, run.err.find('\n'));
  };
  EXPECT_EQ(error({"validate", "x.json"}),
            "error: 'validate' lacks --schema [A107 missing-argument]");
  EXPECT_EQ(error({"validate", "--schema", "s.json"}),
            "error: 'validate' lacks FILES [A107 missing-argument]");
  EXPECT_EQ(error({"validate", "--schema", "s.json", "--format", "jsn", "x"}),
            "error: '--format' cannot be 'jsn'; did you mean "
            "'json'? [A105 unknown-value]");
  EXPECT_EQ(
      error({"validate", "--schema", "s.json", "--output-unit", "basic", "x"}),
      "error: the option '--output-unit' means something only with "
      "'--format json' [V101 option-needs-other]");
}

}  // namespace
}  // namespace sigte

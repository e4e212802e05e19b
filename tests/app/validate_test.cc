// SPDX-License-Identifier: MPL-2.0

// `sigte validate`, as its users see it.
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/app/program_runner.h"

namespace sigte {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kSchema = R"({
  "type": "object",
  "properties": {
    "title": {"type": "string", "minLength": 1},
    "area": {"enum": ["work", "school", "leisure"]},
    "day": {"type": "string", "format": "date"}
  },
  "required": ["title"],
  "additionalProperties": false
})";

/// A folder with the schema above as s.json.
class Validate : public testing::Test {
 protected:
  Validate() { work_.Write("s.json", kSchema); }

  ProgramRun Run(std::vector<std::string> arguments,
                 const std::string& standard_input = "") const {
    arguments.insert(arguments.begin(), {"validate", "--schema", "s.json"});
    return work_.Run(arguments, standard_input);
  }

  Workplace work_;
};

TEST_F(Validate, TellsEachFaultWithItsPlacesInDataAndSchema) {
  work_.Write("d.json", "{\"title\": \"\",\n \"area\": \"scool\", \"x\": 1}\n");
  const ProgramRun run = Run({"d.json"});
  EXPECT_EQ(
      run.out,
      "d.json:1:11: error: 'title' is empty [D212 empty-text]\n"
      "    1 | {\"title\": \"\",\n"
      "      |           ^~\n"
      "      = data /title; schema 'minLength', /properties/title/minLength\n"
      "      = help: write the answer, or remove the field where it may be "
      "missing\n"
      "      = more: sigte explain D212\n"
      "d.json:2:10: error: 'area' may not be the text 'scool'; did you mean "
      "'school'? [D205 not-allowed-value]\n"
      "    2 |  \"area\": \"scool\", \"x\": 1}\n"
      "      |          ^~~~~~~\n"
      "      = data /area; schema 'enum', /properties/area/enum\n"
      "      = help: choose one of the allowed values, written exactly so\n"
      "      = more: sigte explain D205\n"
      "d.json:2:19: error: unknown member 'x'; known: title, area, day [D204 "
      "unknown-member]\n"
      "    2 |  \"area\": \"scool\", \"x\": 1}\n"
      "      |                   ^~~\n"
      "      = help: correct the name, or remove the member\n"
      "      = data /x; schema 'additionalProperties', /additionalProperties\n"
      "      = more: sigte explain D204\n"
      "documents checked: 1 = 0 valid + 1 invalid; files that could not be "
      "read: 0\n");
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.code, 1);
}

TEST_F(Validate, SpeaksDanish) {
  work_.Write("d.json", "{\"titel\": \"x\"}\n");
  EXPECT_EQ(Run({"d.json", "--lang", "da"}).out,
            "d.json:1:1: fejl: 'title' mangler [D202 missing-member]\n"
            "    1 | {\"titel\": \"x\"}\n"
            "      | ^\n"
            "      = data \"\"; skema 'required', /required\n"
            "      = hjælp: udfyld feltet\n"
            "      = mere: sigte explain D202\n"
            "d.json:1:2: fejl: ukendt felt 'titel'; mente du 'title'? [D204 "
            "unknown-member]\n"
            "    1 | {\"titel\": \"x\"}\n"
            "      |  ^~~~~~~\n"
            "      = hjælp: ret navnet, eller fjern feltet\n"
            "      = data /titel; skema 'additionalProperties', "
            "/additionalProperties\n"
            "      = mere: sigte explain D204\n"
            "dokumenter undersøgt: 1 = 0 gyldige + 1 ugyldigt; filer, der ikke "
            "kunne læses: 0\n");
}

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

TEST_F(Validate, WritesAFaultALine) {
  work_.Write("d.json", "{\"title\": 5,\n \"area\": \"scool\"}");
  const ProgramRun run = Run({"d.json", "--format", "ndjson"});
  EXPECT_EQ(run.out,
            R"({"file":"d.json","line":1,"column":11,"severity":"error",)"
            R"("code":"D201","slug":"wrong-type",)"
            R"("message":"'title' must be a text but is the number 5",)"
            R"("pointer":"/title","keyword":"type",)"
            R"("schema_pointer":"/properties/title/type",)"
            R"("schema_uri":"#/properties/title/type","found_type":"number",)"
            R"("found":"5","expected":"string"})"
            "\n"
            R"({"file":"d.json","line":2,"column":10,"severity":"error",)"
            R"("code":"D205","slug":"not-allowed-value",)"
            R"("message":"'area' may not be the text 'scool'",)"
            R"("pointer":"/area","keyword":"enum",)"
            R"("schema_pointer":"/properties/area/enum",)"
            R"("schema_uri":"#/properties/area/enum","found_type":"string",)"
            R"("found":"scool","expected":["work","school","leisure"],)"
            R"("nearest":"school"})"
            "\n");
  EXPECT_EQ(run.err,
            "documents checked: 1 = 0 valid + 1 invalid; files that could not "
            "be read: 0\n");
  EXPECT_EQ(Run({"d.json", "--format", "ndjson", "-q"}).err, "");
}

TEST_F(Validate, WritesTheStandardsOutputUnitsForEachDocument) {
  work_.Write("d.ndjson", "{\"title\": \"a\"}\n{\"title\": 5}\n{\n");
  const auto out = [&](const char* unit) {
    return Run({"d.ndjson", "--format", "json", "--output-unit", unit}).out;
  };
  EXPECT_EQ(out("flag"), R"({"file":"d.ndjson","line":1,"valid":true})"
                         "\n"
                         R"({"file":"d.ndjson","line":2,"valid":false})"
                         "\n"
                         R"({"file":"d.ndjson","line":3,"valid":false})"
                         "\n");
  const std::string type =
      R"({"valid":false,"keywordLocation":"/properties/title/type",)"
      R"("instanceLocation":"/title",)"
      R"("error":"'title' must be a text but is the number 5"})";
  const std::string unread =
      R"({"file":"d.ndjson","line":3,"valid":false,"errors":[)"
      R"({"valid":false,"keywordLocation":"","instanceLocation":"",)"
      R"("error":"the text ends before the '}' of the object that begins at )"
      R"(3:1"}]})"
      "\n";
  EXPECT_EQ(out("basic"),
            R"({"file":"d.ndjson","line":1,"valid":true})"
            "\n"
            R"({"file":"d.ndjson","line":2,"valid":false,"errors":[)" +
                type + "]}\n" + unread);
  EXPECT_EQ(Run({"d.ndjson", "--format", "json"}).out, out("basic"));
  EXPECT_THAT(out("detailed"), HasSubstr(type));
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

TEST_F(Validate, SaysWhenItShowsOnlyTheFirstFaults) {
  std::string lines;
  for (int i = 0; i < 60; ++i) lines += "{}\n";
  work_.Write("d.ndjson", lines);
  const ProgramRun run = Run({"d.ndjson"});
  EXPECT_THAT(run.out, HasSubstr("50 of 60 faults shown; --max-faults shows "
                                 "more\n"));
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(Run({"d.ndjson", "--max-faults", "60"}).out,
              testing::Not(HasSubstr("shown")));
  std::string list = "[0";
  for (int i = 0; i < 1500; ++i) list += ",0";
  work_.Write("l.json", list + "]");
  work_.Write("n.json", R"({"items": {"type": "null"}})");
  const ProgramRun cut =
      work_.Run({"validate", "--schema", "n.json", "l.json", "--lang", "da"});
  EXPECT_THAT(cut.out, HasSubstr("50 af mere end 1.000 fejl vist;"));
  EXPECT_EQ(cut.code, 1);
  const ProgramRun json = work_.Run({"validate", "--schema", "n.json", "l.json",
                                     "--format", "json", "--max-faults", "1"});
  EXPECT_EQ(json.out,
            R"({"file":"l.json","line":1,"cut":true,"valid":false,"errors":[)"
            R"({"valid":false,"keywordLocation":"/items/type",)"
            R"("instanceLocation":"/0","error":"number 1 of the list must be )"
            R"(null but is the number 0"}]})"
            "\n");
  EXPECT_THAT(json.err, HasSubstr("1 of more than 1,000 faults shown"));
  const ProgramRun stream =
      work_.Run({"validate", "-q", "--schema", "n.json", "l.json", "--format",
                 "ndjson", "--max-faults", "1"});
  EXPECT_THAT(
      stream.out,
      testing::EndsWith(
          R"({"file":"l.json","line":1,"column":1,"severity":"note",)"
          R"("code":"V116","slug":"faults-cut","message":"the document )"
          R"(has more faults than the 1 that are shown"})"
          "\n"));
  EXPECT_EQ(stream.code, 1);
}

TEST_F(Validate, WritesAFileWholeOrNotAtAll) {
  work_.Write("d.json", "{}");
  EXPECT_EQ(Run({"d.json", "-o", "out.txt"}).code, 1);
  EXPECT_THAT(work_.Read("out.txt"), HasSubstr("'title' is missing"));
  EXPECT_EQ(Run({"d.json", "-o", "no/out.txt"}).code, 2);
  EXPECT_EQ(Run({"d.json", "-o", "/dev/full"}).code, 2);
  EXPECT_EQ(work_.Names(),
            (std::vector<std::string>{"d.json", "out.txt", "s.json"}));
}

TEST_F(Validate, NeverReplacesWhatItReads) {
  work_.Write("in/d.json", "{\"title\": \"a\"}\n");
  for (const char* output : {"in/../in/d.json", "./s.json"}) {
    const ProgramRun run = Run({"-o", output, "in"});
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, StartsWith("error: '" + std::string(output) +
                                    "' is one of the files that are read, and "
                                    "is not overwritten [W111"));
  }
  EXPECT_EQ(work_.Read("in/d.json"), "{\"title\": \"a\"}\n");
  EXPECT_EQ(work_.Read("s.json"), kSchema);
}

// Whichever way a schema says that a closed value may be left out.
TEST_F(Validate, OffersTheNearestValueBesideOtherForms) {
  work_.Write("s.json", R"({"anyOf": [{"enum": ["work", "school"]},
                                         {"type": "null"}]})");
  work_.Write("d.json", "\"scool\"\n");
  EXPECT_THAT(Run({"d.json"}).out,
              StartsWith("d.json:1:1: error: the content must be 'work' or "
                         "'school' or null but is the text 'scool'; did you "
                         "mean 'school'? [D201 wrong-type]\n"));
  work_.Write("d.json", "\"garden\"\n");
  EXPECT_THAT(Run({"d.json"}).out,
              StartsWith("d.json:1:1: error: the content must be 'work' or "
                         "'school' or null but is the text 'garden' [D201"));
}

TEST_F(Validate, NamesTheValuesThatATextIsNoneOf) {
  work_.Write("s.json", R"({"enum": [1, 2]})");
  work_.Write("d.json", "\"1\"\n");
  EXPECT_THAT(Run({"d.json"}).out,
              StartsWith("d.json:1:1: error: the content may not be the text "
                         "'1'; known: 1, 2 [D205 not-allowed-value]\n"));
}

TEST_F(Validate, AssertsFormatsOnRequestOnly) {
  work_.Write("d.json", "{\"title\": \"a\", \"day\": \"2019-02-30\"}");
  EXPECT_EQ(Run({"d.json"}).code, 0);
  const ProgramRun run = Run({"d.json", "--assert-format"});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.out, HasSubstr("'day' must be a date (YYYY-MM-DD) but is the "
                                 "text '2019-02-30'"));
}

// What is not checked is said, or the user would take it for checked.
TEST_F(Validate, TellsOfFormatsThatItDoesNotKnow) {
  work_.Write("s.json", R"({"properties": {"a": {"format": "dato"}}})");
  work_.Write("d.json", R"({"a": "x"})");
  EXPECT_EQ(Run({"d.json"}).err, "");
  const ProgramRun run = Run({"d.json", "--assert-format"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err,
            "s.json:1:33: warning: the format 'dato' is not known; it is not "
            "checked; did you mean 'date'? [S116 unchecked-format]\n"
            "    1 | {\"properties\": {\"a\": {\"format\": \"dato\"}}}\n"
            "      |                                 ^~~~~~\n"
            "      = help: correct the name, or write a 'pattern' beside it\n"
            "      = more: sigte explain S116\n");
}

// JSON Schema Validation 2020-12, 7.2.2: unknown formats must fail there.
TEST_F(Validate, RefusesUnknownFormatsWhereTheDialectAssertsThem) {
  work_.Write("more/meta.json",
              R"({"$id": "https://example.org/meta",
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "$vocabulary": {
  "https://json-schema.org/draft/2020-12/vocab/core": true,
  "https://json-schema.org/draft/2020-12/vocab/applicator": true,
  "https://json-schema.org/draft/2020-12/vocab/format-assertion": true}})");
  work_.Write("s.json", R"({"$schema": "https://example.org/meta",
 "properties": {"a": {"format": "dato"}}})");
  work_.Write("d.json", R"({"a": "x"})");
  const ProgramRun run =
      Run({"d.json", "--schema-dir", "https://example.org/=more"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err,
            "s.json:2:33: error: the format 'dato' is not known, and the "
            "dialect demands that every format is checked; did you mean "
            "'date'? [S115 unknown-format]\n"
            "    2 |  \"properties\": {\"a\": {\"format\": \"dato\"}}}\n"
            "      |                                 ^~~~~~\n"
            "      = help: correct the name, or write a 'pattern' instead\n"
            "      = more: sigte explain S115\n"
            "the schema 's.json' cannot be used until its faults are "
            "mended\n");
}

// Numbers of people that the ruleset says to hide, wherever they stand.
TEST_F(Validate, ShowsNoHiddenNumberWhole) {
  work_.Write("d.json",
              "{\"title\": \"x\", \"area\": \"311299-0000\", "
              "\"010203-0000\": 3112990000}");
  for (const char* format : {"text", "ndjson", "json"}) {
    const ProgramRun run = Run({"d.json", "--format", format});
    EXPECT_THAT(run.out, testing::Not(HasSubstr("99-0000"))) << format;
    EXPECT_THAT(run.out, testing::Not(HasSubstr("03-0000"))) << format;
    EXPECT_THAT(run.out, testing::Not(HasSubstr("2990000"))) << format;
    EXPECT_THAT(run.out, HasSubstr("311299-****")) << format;
  }
}

// Wherever the line or the value is cut, no part of a number that would be
// hidden stays.
TEST_F(Validate, CutsNoHiddenNumberToAPartThatIsShown) {
  for (std::size_t before = 0; before < 230; before += 3) {
    work_.Write("d.json", "{\"area\": \"" + std::string(before, 'x') +
                              " 990199-1234 " + std::string(200, 'y') + "\"}");
    for (const char* format : {"text", "ndjson", "json"}) {
      const ProgramRun run = Run({"d.json", "--format", format});
      EXPECT_THAT(run.out, testing::Not(HasSubstr("990199-1")))
          << format << ' ' << before;
    }
  }
}

TEST_F(Validate, CountsWhatIsShownAndNoMore) {
  work_.Write("d.json", "{}");
  const ProgramRun run =
      Run({"d.json", "none.json", "--format", "json", "--max-faults", "2"});
  EXPECT_EQ(run.err.find("max-faults"), std::string::npos) << run.err;
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

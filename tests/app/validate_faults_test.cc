// SPDX-License-Identifier: MPL-2.0

// `sigte validate`: how a fault is told, with its places in data and schema,
// and what is never shown of it.

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/app/validate_fixture.h"

namespace sigte {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

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

}  // namespace
}  // namespace sigte

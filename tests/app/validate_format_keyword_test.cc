// SPDX-License-Identifier: MPL-2.0

// `sigte validate --assert-format`: the keyword 'format' in schemas.

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/app/validate_fixture.h"

namespace sigte {
namespace {

using testing::HasSubstr;

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

}  // namespace
}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

// `sigte rules check`: faults in a ruleset are told, all of them, and then
// there is no ruleset.

#include <gtest/gtest.h>

#include "tests/app/changed_ruleset.h"
#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

TEST(Rules, CheckSaysWhatThereIs) {
  const Workplace work;
  const ProgramRun run = work.Run({"rules", "check"});
  EXPECT_EQ(run.code, 0) << run.out;
  EXPECT_EQ(run.out.substr(run.out.find('\n') + 1),
            "  1 inclusion rule\n"
            "  1 exclusion rule\n"
            "  0 facts\n"
            "  2 checks of the data\n"
            "  1 term\n"
            "  1 law\n"
            "  1 parameter or table\n");
}

TEST(Rules, AFaultyRulesetScreensNothing) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "fails_when: cost", "fails_wen: cost");
  work.Write("a.ndjson", "{}\n");
  const ProgramRun run = work.Run({"screen", "--rules", "rules", "a.ndjson"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
}

TEST(Rules, AMisspeltFieldInAConditionIsFoundBeforeAnyRecord) {
  const Workplace work;
  CopyWith(work, "rules.yaml", "target ==", "tarket ==");
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(LineOf(run.out, "rules/rules.yaml:"),
            "rules/rules.yaml:6:15: error: unknown name 'tarket'; did you mean "
            "'target'? [R230 unknown-name]");
}

TEST(Rules, AMisspeltRecordListIsToldWhereItIsNamed) {
  const Workplace work;
  CopyWith(work, "ruleset.yaml", "list: outings", "list: outnigs");
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out,
            "rules/ruleset.yaml:10:9: error: the schema describes no list "
            "'outnigs' of objects; did you mean 'outings'? [S120 "
            "no-record-list]\n"
            "   10 |   list: outnigs\n"
            "      |         ^~~~~~~\n"
            "      = help: correct 'list' or the schema\n"
            "      = more: sigte explain S120\n"
            "the ruleset in 'rules' cannot be used until its faults are "
            "mended\n");
}

// What a reference that leads nowhere would have been has no type; that is no
// fault of its own.
TEST(Rules, AReferenceThatLeadsNowhereIsToldAsThatAlone) {
  const Workplace work;
  CopyWith(work, "outings.schema.json",
           R"("club": {"$ref": "#/$defs/club"},
        "id")",
           R"("club": {"$ref": "#/$defs/clib"},
        "id")");
  const ProgramRun run = work.Run({"rules", "check", "--rules", "rules"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(
      run.out,
      R"(rules/outings.schema.json:21:26: error: the reference '#/$defs/clib' leads nowhere; did you mean 'club'? [S102 unknown-reference]
   21 |         "club": {"$ref": "#/$defs/clib"},
      |                          ^~~~~~~~~~~~~~
      = help: correct what stands behind '#'; paths begin with '/'
      = more: sigte explain S102
the ruleset in 'rules' cannot be used until its faults are mended
)");
}

}  // namespace
}  // namespace sigte

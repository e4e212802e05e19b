// `sigte explain`.

#include <gtest/gtest.h>

#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

constexpr const char* kRecords =
    "{\"id\":\"1\",\"club\":3,\"title\":\"By ferry\",\"cost\":1}\n"
    "{\"id\":\"2\",\"club\":3,\"title\":\"Zoo\",\"cost\":1}\n"
    "{\"id\":\"2\",\"club\":4,\"title\":\"Sea\",\"cost\":1}\n";

TEST(Explain, TellsARuleByCodeOrName) {
  const Workplace work;
  const ProgramRun run = work.Run({"explain", "E1"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out,
            "E1  By boat\n"
            "by_boat · exclusion · " SIGTE_SOURCE_DIR
            "/tests/data/mini/rules.yaml:13\n"
            "\n"
            "Message\n"
            "  The outing is by boat.\n"
            "\n"
            "Question\n"
            "  Is the outing by boat?\n"
            "\n"
            "Source\n"
            "  tests\n"
            "\n"
            "Holds when\n"
            "  mentions(description, \"boats\")\n"
            "\n"
            "Examples\n"
            "  true: {title: \"By ferry\"}\n"
            "  false: {title: \"By bus\"}\n");
  EXPECT_EQ(work.Run({"explain", "by_boat"}).out, run.out);
}

TEST(Explain, TellsAMessageByItsCode) {
  const Workplace work;
  EXPECT_EQ(work.Run({"explain", "D161"}).out,
            "D161 empty-file\n"
            "  the file is empty\n"
            "  help: whoever has nothing to report submits an empty "
            "list\n");
}

TEST(Explain, TellsOneRecordByGroupAndIdOrByIdAlone) {
  const Workplace work;
  work.Write("a.ndjson", kRecords);
  const ProgramRun full = work.Run({"explain", "3/1", "a.ndjson"});
  EXPECT_EQ(full.code, 0);
  EXPECT_EQ(LineOf(full.out, "Verdict:"), "Verdict: left out");
  EXPECT_EQ(work.Run({"explain", "1", "a.ndjson"}).out, full.out);
  const ProgramRun two = work.Run({"explain", "2", "a.ndjson"});
  EXPECT_EQ(two.code, 2);
  EXPECT_EQ(LineOf(two.err, "error:"),
            "error: several records are called '2': 3/2, 4/2 [A131 "
            "which-record]");
}

TEST(Explain, OffersTheNearestRule) {
  const Workplace work;
  const ProgramRun run = work.Run({"explain", "by_baot"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err,
            "error: there is no rule, code or record called 'by_baot'; did "
            "you mean 'by_boat'? [A130 nothing-found]\n");
}

}  // namespace
}  // namespace sigte

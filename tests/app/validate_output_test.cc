// SPDX-License-Identifier: MPL-2.0

// `sigte validate`: its formats, how much of all faults they show, and the file
// that they are written to.

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/app/validate_fixture.h"

namespace sigte {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

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

TEST_F(Validate, CountsWhatIsShownAndNoMore) {
  work_.Write("d.json", "{}");
  const ProgramRun run =
      Run({"d.json", "none.json", "--format", "json", "--max-faults", "2"});
  EXPECT_EQ(run.err.find("max-faults"), std::string::npos) << run.err;
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

}  // namespace
}  // namespace sigte

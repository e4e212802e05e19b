// SPDX-License-Identifier: MPL-2.0

// Every falsified log, to our verifier and to verifiers that we did not write;
// and the table of them that FORMAT.md publishes.

#include "tests/audit/tampering.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "engine/audit/receipt.h"
#include "tests/audit/log_surgery.h"

namespace sigte::audit {
namespace {

namespace fs = std::filesystem;

/// The whole log once; every test damages a copy of its own.
const TestFolder& Original() {
  static const TestFolder folder;
  static const bool made = [] {
    MakeLog(folder, kTamperedRuns);
    return true;
  }();
  EXPECT_TRUE(made);
  return folder;
}

class TamperedLog : public testing::TestWithParam<Tampering> {
 protected:
  void SetUp() override {
    fs::copy(Original().log(), folder_.log(), fs::copy_options::recursive);
    GetParam().make(folder_);
  }

  std::string Since() const {
    const std::string name = GetParam().since;
    return name.empty() ? "" : Original().File("checkpoints/" + name).string();
  }

  TestFolder folder_;
};

std::string FirstCode(const IssueList& issues) {
  for (const Issue& issue : issues.issues()) {
    if (issue.severity == Severity::kError) {
      return std::string(CodeOf(issue.message.name()));
    }
  }
  return "OK";
}

TEST_P(TamperedLog, IsFoundOutByOurVerifier) {
  VerifyOptions options{folder_.log(), TestKey().verifier(), {}, {}, {}, 0};
  if (!Since().empty()) {
    options.since = ReadCheckpoint(
        Original().Read("checkpoints/" + std::string(GetParam().since)));
    options.since_name = "older";
  }
  const VerifyReport report = Verify(options);
  EXPECT_EQ(FirstCode(report.issues), GetParam().code) << Text(report.issues);
  std::string where;
  if (report.first_bad) {
    const auto [begin, end] = *report.first_bad;
    where = std::to_string(begin);
    if (end > begin + 1) where += "-" + std::to_string(end - 1);
  }
  EXPECT_EQ(where, GetParam().where) << Text(report.issues);
}

int RunCommand(const std::string& command) {
  const int status = std::system((command + " >/dev/null 2>&1").c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string Quoted(const std::string& text) { return " '" + text + "'"; }

bool MustFind(const Tampering& tampering, char who) {
  return std::string_view(tampering.others).find(who) != std::string_view::npos;
}

TEST_P(TamperedLog, IsFoundOutByGo) {
  const std::string referee = SIGTE_GO_REFEREE;
  if (referee.empty()) {
    GTEST_SKIP() << "needs golang-go and golang-golang-x-mod-dev";
  }
  std::string command = referee + Quoted(TestKey().verifier().Text()) + " log" +
                        Quoted(folder_.log());
  if (!Since().empty()) command += Quoted(Since());
  EXPECT_EQ(RunCommand(command) != 0, MustFind(GetParam(), 'g')) << command;
}

TEST_P(TamperedLog, IsFoundOutByFortyLinesOfPython) {
  const std::string python = SIGTE_PYTHON;
  if (python.empty()) GTEST_SKIP() << "needs python3";
  const std::string command =
      python + Quoted(SIGTE_SOURCE_DIR "/tests/audit/referee/check_root.py") +
      Quoted(folder_.log());
  EXPECT_EQ(RunCommand(command) != 0, MustFind(GetParam(), 'p')) << command;
}

TEST_P(TamperedLog, IsFoundOutByOpenssl) {
  if (RunCommand("openssl version") != 0) GTEST_SKIP() << "needs openssl";
  const std::string command =
      "sh" +
      Quoted(SIGTE_SOURCE_DIR "/tests/audit/referee/check_signature.sh") +
      Quoted(folder_.File("checkpoint").string()) +
      Quoted(TestKey().verifier().Text());
  EXPECT_EQ(RunCommand(command) != 0, MustFind(GetParam(), 'o')) << command;
}

INSTANTIATE_TEST_SUITE_P(Log, TamperedLog, testing::ValuesIn(Tamperings()),
                         [](const auto& test) {
                           return std::string(test.param.name);
                         });

// A referee that says no to everything would agree with the table, too.
TEST(Referees, AgreeThatTheLogIsWhole) {
  const std::string log = Original().log();
  const std::string key = TestKey().verifier().Text();
  EXPECT_EQ(Text(VerifyLog(log).issues), "");
  if (const std::string go = SIGTE_GO_REFEREE; !go.empty()) {
    for (const char* older : {"1", "257", "563", "609"}) {
      EXPECT_EQ(RunCommand(go + Quoted(key) + " log" + Quoted(log) +
                           Quoted(log + "/checkpoints/" + older)),
                0);
    }
    const auto receipt =
        MakeReceipt(LogReader(log), *FindReceipt(LogReader(log), 609, "102"));
    Original().Write("102.tlog-proof", ReceiptText(*receipt));
    const std::string file = Original().File("102.tlog-proof").string();
    EXPECT_EQ(RunCommand(go + Quoted(key) + " receipt" + Quoted(file)), 0);
    Original().Write("102.tlog-proof",
                     Replaced(ReceiptText(*receipt), "index ", "index 1"));
    EXPECT_NE(RunCommand(go + Quoted(key) + " receipt" + Quoted(file)), 0);
    fs::remove(file);
  }
  if (const std::string python = SIGTE_PYTHON; !python.empty()) {
    EXPECT_EQ(RunCommand(python +
                         Quoted(SIGTE_SOURCE_DIR
                                "/tests/audit/referee/check_root.py") +
                         Quoted(log)),
              0);
  }
  if (RunCommand("openssl version") == 0) {
    EXPECT_EQ(RunCommand("sh" +
                         Quoted(SIGTE_SOURCE_DIR
                                "/tests/audit/referee/check_signature.sh") +
                         Quoted(log + "/checkpoint") + Quoted(key)),
              0);
  }
}

std::string TableRow(const Tampering& t) {
  const auto other = [&](char who) {
    return std::string(MustFind(t, who) ? "found" : "–");
  };
  const bool found = std::string_view(t.code) != "OK";
  std::string ours = found ? "found: " + std::string(t.code) : "–";
  if (*t.where != '\0') ours += ", entry " + std::string(t.where);
  return "| " + std::string(t.what) + " | " + ours + " | " + other('g') +
         " | " + other('p') + " | " + other('o') + " |\n";
}

TEST(Tamperings, AreTheOnesThatThePageOnTheFormatLists) {
  std::ifstream file(SIGTE_SOURCE_DIR "/engine/audit/FORMAT.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  std::string table;
  for (const Tampering& tampering : Tamperings()) table += TableRow(tampering);
  EXPECT_NE(page.find(table), page.npos) << "the table should be\n" << table;
  EXPECT_GE(Tamperings().size(), 24u);
}

}  // namespace
}  // namespace sigte::audit

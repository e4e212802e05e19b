// SPDX-License-Identifier: MPL-2.0

// Writing and verifying a log, when all goes well.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "engine/audit/erasure.h"
#include "engine/audit/receipt.h"
#include "engine/audit/tile_path.h"
#include "tests/audit/log_fixture.h"

namespace sigte::audit {
namespace {

namespace fs = std::filesystem;

TEST(Log, OfOneEntryIsVerified) {
  const TestFolder folder;
  MakeLog(folder, {});
  const VerifyReport report = VerifyLog(folder.log());
  EXPECT_EQ(Text(report.issues), "");
  EXPECT_EQ(report.entries, 1u);
  EXPECT_EQ(report.checkpoints, 1u);
}

TEST(Log, GrowsRunByRunAndIsVerifiedAtEachSize) {
  const TestFolder folder;
  MakeLog(folder, {});
  FileOps ops;
  std::string why;
  std::uint64_t entries = 1;
  for (const int records : {0, 1, 200, 245, 1, 600, 3}) {
    ASSERT_TRUE(AppendRun(folder.log(), records, TestKey(), &ops, &why)) << why;
    const VerifyReport report = VerifyLog(folder.log());
    ASSERT_EQ(Text(report.issues), "");
    // run, submission, records, a receipt a group, aggregate
    entries += 3 + static_cast<std::uint64_t>(records + std::min(records, 3));
    ASSERT_EQ(report.entries, entries);
  }
  EXPECT_EQ(VerifyLog(folder.log()).runs.size(), 7u);
}

// Partial tiles that a full one replaces go; those that a kept checkpoint
// still needs stay.
TEST(Log, KeepsEveryCheckpointAndNoSupersededTile) {
  const TestFolder folder;
  MakeLog(folder, {100, 100, 100});
  std::size_t partial = 0;
  for (const std::string& name : FilesBelow(folder.File("tile").string())) {
    const auto tile = ParseTilePath("tile/" + name);
    ASSERT_TRUE(tile.has_value()) << name;
    if (tile->level == 0 && tile->width < kTileWidth) {
      ++partial;
      EXPECT_EQ(tile->index, 1u);
    }
  }
  EXPECT_EQ(partial, 1u);
  EXPECT_EQ(FilesBelow(folder.File("checkpoints").string()).size(), 4u);
}

TEST(Log, IsWrittenOnByNobodyElse) {
  const TestFolder folder;
  MakeLog(folder, {5});
  FileOps ops;
  std::string why;
  EXPECT_FALSE(AppendRun(folder.log(), 5, OtherKey(), &ops, &why));
  EXPECT_EQ(why.substr(0, why.find(".example")),
            "error: '" + folder.log() +
                "/checkpoint' is not signed by the key sigte");
  EXPECT_FALSE(InitLog(folder.log(), TestKey(), &ops, &why));
  EXPECT_EQ(why, "error: '" + folder.log() +
                     "' is an audit log already [L102 log-exists]\n");
}

TEST(Log, TakesOneWriterAtATime) {
  const TestFolder folder;
  MakeLog(folder, {5});
  FileOps ops;
  IssueList issues;
  const SignerKey key = TestKey();
  const auto first = LogWriter::Open(folder.log(), key, &ops, &issues);
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(LogWriter::Open(folder.log(), key, &ops, &issues), nullptr);
  EXPECT_EQ(Text(issues).substr(0, 5 + 29),
            "error: another run is writing to t");
}

TEST(Log, RefusesAnEntryThatNoBundleCanHold) {
  const TestFolder folder;
  MakeLog(folder, {5});
  FileOps ops;
  IssueList issues;
  const SignerKey key = TestKey();
  {
    const auto log = LogWriter::Open(folder.log(), key, &ops, &issues);
    EXPECT_TRUE(log->Append(std::string(65'535, 'x')));
    EXPECT_FALSE(log->Append(std::string(65'536, 'x')));
    EXPECT_FALSE(log->Commit());
    EXPECT_EQ(Text(log->error()),
              "error: an entry for the log has 65,536 bytes; at most 65,535 "
              "are allowed [L111 entry-too-large]\n");
  }
  EXPECT_EQ(Text(VerifyLog(folder.log()).issues), "");
}

class CountingOps : public FileOps {
 public:
  bool WriteAt(const std::string& path, std::uint64_t offset,
               std::string_view bytes) override {
    ++writes;
    return FileOps::WriteAt(path, offset, bytes);
  }
  int writes = 0;
};

// Each write is synced: thousands of them took seconds.
TEST(Erasure, OverwritesSaltsThatLieSideBySideAtOnce) {
  const TestFolder folder;
  MakeLog(folder, {20, 20});
  CountingOps ops;
  IssueList issues;
  const SignerKey key = TestKey();
  const auto log = LogWriter::Open(folder.log(), key, &ops, &issues);
  ASSERT_NE(log, nullptr);
  const std::vector<std::uint64_t> runs = StoredRuns(folder.store());
  ASSERT_EQ(runs.size(), 2u);
  Erasure erasure;
  // To the end of the first run, the beginning of the second, and one apart.
  for (std::uint64_t i = 10; i < runs[1] + 3; ++i) erasure.entries.push_back(i);
  erasure.entries.push_back(runs[1] + 9);
  std::string why;
  ASSERT_TRUE(
      Erase(erasure, folder.store(), "2026-11-25T12:00:00Z", log.get(), &why))
      << why;
  EXPECT_EQ(ops.writes, 3);
  const StoredRun first(folder.store(), runs[0]);
  const StoredRun second(folder.store(), runs[1]);
  EXPECT_TRUE(first.SaltOf(9));
  EXPECT_FALSE(first.SaltOf(10));
  EXPECT_FALSE(first.SaltOf(runs[1] - 1));
  EXPECT_FALSE(second.SaltOf(runs[1] + 2));
  EXPECT_TRUE(second.SaltOf(runs[1] + 8));
  EXPECT_FALSE(second.SaltOf(runs[1] + 9));
  EXPECT_TRUE(second.SaltOf(runs[1] + 10));
}

TEST(Log, SaysThatTheRulesetChanged) {
  const TestFolder folder;
  MakeLog(folder, {2});
  FileOps ops;
  std::string why;
  const std::string other(64, 'b');
  ASSERT_TRUE(AppendRun(folder.log(), 2, TestKey(), &ops, &why, other)) << why;
  ASSERT_TRUE(AppendRun(folder.log(), 2, TestKey(), &ops, &why, other)) << why;
  const VerifyReport report = VerifyLog(folder.log());
  EXPECT_EQ(Text(report.issues), "");
  EXPECT_EQ(report.types.at("rules.changed"), 1u);
}

TEST(Log, NeedsCosignaturesWhereTheyAreAskedFor) {
  const TestFolder folder;
  MakeLog(folder, {5});
  const SignerKey one = WitnessKey("w.example/1");
  const SignerKey two = WitnessKey("w.example/2");
  auto checkpoint = ReadCheckpoint(folder.Read("checkpoint"));
  CosignNote(one, 1'700'000'000, &checkpoint->note);
  folder.Write("checkpoint", NoteText(checkpoint->note));
  VerifyOptions options{folder.log(),
                        TestKey().verifier(),
                        {},
                        {},
                        {one.verifier(), two.verifier()},
                        1};
  EXPECT_EQ(Text(Verify(options).issues), "");
  EXPECT_EQ(Verify(options).cosignatures, 1u);
  options.quorum = 2;
  EXPECT_EQ(Text(Verify(options).issues),
            "error: 1 of the witnesses has cosigned; 2 are required [L133 "
            "too-few-witnesses]\n");
}

TEST(Receipt, ProvesItsEntryByItself) {
  const TestFolder folder;
  MakeLog(folder, {400, 20});
  const LogReader reader(folder.log());
  const std::uint64_t size = reader.ReadLatest()->tree.size;
  const auto index = FindReceipt(reader, size, "102");
  ASSERT_TRUE(index.has_value());
  const auto receipt = MakeReceipt(reader, *index);
  ASSERT_TRUE(receipt.has_value());
  const std::string text = ReceiptText(*receipt);
  EXPECT_EQ(text.substr(0, 29), "c2sp.org/tlog-proof@v1\nextra ");
  const auto read = ParseReceipt(text);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->entry, *reader.ReadEntry(*index, size));
  EXPECT_EQ(CheckReceipt(*read, TestKey().verifier(), nullptr),
            ReceiptFault::kNone);
  EXPECT_EQ(CheckReceipt(*read, OtherKey().verifier(), nullptr),
            ReceiptFault::kUnsigned);
  Receipt changed = *read;
  changed.entry[changed.entry.find("102")] = '2';
  EXPECT_EQ(CheckReceipt(changed, TestKey().verifier(), nullptr),
            ReceiptFault::kNotIncluded);
  changed = *read;
  ++changed.index;
  EXPECT_EQ(CheckReceipt(changed, TestKey().verifier(), nullptr),
            ReceiptFault::kNotIncluded);
  EXPECT_EQ(FindReceipt(reader, size, "999"), std::nullopt);
}

}  // namespace
}  // namespace sigte::audit

// SPDX-License-Identifier: MPL-2.0

#include "tests/audit/log_fixture.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <iterator>

#include "engine/audit/entries.h"

namespace sigte::audit {
namespace {

namespace fs = std::filesystem;

SignerKey KeyOf(std::string_view name, KeyKind kind, char fill) {
  // The text form is the only way to a chosen seed.
  const std::string raw =
      std::string(1, static_cast<char>(kind)) + std::string(32, fill);
  Seed seed;
  seed.fill(static_cast<std::uint8_t>(fill));
  VerifierKey verifier{std::string(name), kind, PublicKeyOf(seed)};
  const std::string text = verifier.Text();
  const std::string id = text.substr(name.size(), 10);  // "+01234567+"
  return *SignerKey::Parse("PRIVATE+KEY+" + std::string(name) + id +
                           Base64(raw));
}

}  // namespace

TestFolder::TestFolder() {
  std::string name = (fs::temp_directory_path() / "sigte-log-XXXXXX").string();
  folder_ = mkdtemp(name.data());
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

fs::path TestFolder::File(std::string_view relative) const {
  return folder_ / "log" / relative;
}

std::string TestFolder::Read(std::string_view relative) const {
  std::ifstream file(File(relative), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void TestFolder::Write(std::string_view relative,
                       std::string_view bytes) const {
  fs::create_directories(File(relative).parent_path());
  std::ofstream file(File(relative), std::ios::binary);
  file << bytes;
}

SignerKey TestKey(std::string_view name) {
  return KeyOf(name, KeyKind::kLog, 'a');
}

SignerKey OtherKey(std::string_view name) {
  return KeyOf(name, KeyKind::kLog, 'b');
}

SignerKey WitnessKey(std::string_view name) {
  return KeyOf(name, KeyKind::kWitness, name.back());
}

RecordFact FactOf(int i) {
  RecordFact fact;
  fact.group = std::to_string(101 + i % 3);
  fact.amount = i;
  fact.verdict = static_cast<Verdict>(i % 4);
  fact.salt = RandomSalt();
  fact.commit = Hmac(fact.salt, RecordMessage(fact.group, std::to_string(i)));
  if (fact.verdict != Verdict::kInvalid) fact.scope = VerdictName(fact.verdict);
  fact.rules = {JsonValue::Members{{"rule", "E5"}, {"value", "true"}}};
  return fact;
}

RunFacts FactsOf(std::string_view digest) {
  return {
      "2026-11-25T12:00:00Z", "0.1.0", "mini", "1", std::string(digest), "list",
      {{"format", "ndjson"}}};
}

bool InitLog(const std::string& log, const SignerKey& key, FileOps* ops,
             std::string* why) {
  IssueList issues;
  const auto writer = LogWriter::Create(log, key, ops, &issues);
  if (writer) {
    const auto entry = EntryText(kGenesis, {{"origin", writer->origin()},
                                            {"time", "2026-11-25T12:00:00Z"}});
    if (writer->Append(*entry) && writer->Commit()) return true;
    issues = writer->error();
  }
  *why = Text(issues);
  return false;
}

bool AppendRun(const std::string& log, int records, const SignerKey& key,
               FileOps* ops, std::string* why, std::string_view digest) {
  IssueList issues;
  const auto writer = LogWriter::Open(log, key, ops, &issues);
  const std::string store = PrivateFolderOf(log);
  if (writer == nullptr || !OpenPrivateFolder(store, ops, &issues)) {
    *why = Text(issues);
    return false;
  }
  DropUnknownRuns(store, writer->committed());
  PrivateRun kept(store, ops);
  RunLog run(writer.get(), &kept);
  kept.SkipInput("a.json");
  StoredInput input{true, 10, RandomSalt(), {}, ""};
  input.commit = Hmac(input.salt, "bytes");
  bool good = run.Begin(FactsOf(digest), {input});
  for (int i = 0; good && i < records; ++i) good = run.AddRecord(0, FactOf(i));
  const Salt salt = RandomSalt();
  HmacStream output(salt);
  output.Add("what is published");
  if (good && run.Finish(&output, salt, 0) && run.Commit()) return true;
  *why = Text(run.error());
  return false;
}

void MakeLog(const TestFolder& folder, const std::vector<int>& runs) {
  FileOps ops;
  std::string why;
  ASSERT_TRUE(InitLog(folder.log(), TestKey(), &ops, &why)) << why;
  for (const int records : runs) {
    ASSERT_TRUE(AppendRun(folder.log(), records, TestKey(), &ops, &why)) << why;
  }
}

std::string Text(const IssueList& issues) {
  std::string text;
  for (const Issue& issue : issues.issues()) text += Format(issue, Lang::kEn);
  return text;
}

VerifyReport VerifyLog(const std::string& log, const SignerKey& key) {
  return Verify({log, key.verifier(), {}, {}, {}, 0});
}

}  // namespace sigte::audit

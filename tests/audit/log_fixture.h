// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/file_ops.h"
#include "engine/audit/key.h"
#include "engine/audit/run_log.h"
#include "engine/audit/verifier.h"

/// Logs to be read, damaged and verified in tests.
namespace sigte::audit {

/// A folder that goes with the object; `log` in it is the log.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::string log() const { return (folder_ / "log").string(); }
  std::string store() const { return PrivateFolderOf(log()); }
  std::filesystem::path path() const { return folder_; }
  std::filesystem::path File(std::string_view relative) const;
  std::string Read(std::string_view relative) const;
  void Write(std::string_view relative, std::string_view bytes) const;

 private:
  std::filesystem::path folder_;
};

/// A key that is the same in every run of the tests.
SignerKey TestKey(std::string_view name = "sigte.example/log");
SignerKey OtherKey(std::string_view name = "sigte.example/log");
SignerKey WitnessKey(std::string_view name);

/// The facts of record number `i`: groups 101, 102 and 103 take turns.
RecordFact FactOf(int i);
inline const std::string kDigest(64, 'a');  // of the ruleset
RunFacts FactsOf(std::string_view digest = kDigest);

/// Makes the log with its genesis entry; false with the issues' text.
bool InitLog(const std::string& log, const SignerKey& key, FileOps* ops,
             std::string* why);
/// A whole run of `records` records; false with the issues' text.
bool AppendRun(const std::string& log, int records, const SignerKey& key,
               FileOps* ops, std::string* why,
               std::string_view digest = kDigest);
/// Both at once with real files, each run in turn. Fails the test on a fault.
void MakeLog(const TestFolder& folder, const std::vector<int>& runs);

/// Every issue in English, as people read it.
std::string Text(const IssueList& issues);

VerifyReport VerifyLog(const std::string& log,
                       const SignerKey& key = TestKey());

}  // namespace sigte::audit

// SPDX-License-Identifier: MPL-2.0

// The public interface over the screener: no work of its own.

#include "engine/api/sigte.h"

#include <utility>

#include "engine/app/job.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/screener.h"
#include "engine/app/version.h"
#include "engine/base/byte_order_mark.h"
#include "engine/base/messages.h"
#include "engine/decide/verdict.h"
#include "engine/decide/verdict_name.h"
#include "engine/evaluate/groups.h"
#include "engine/read/json_reader.h"
#include "engine/report/decision_json.h"

namespace sigte::api {
namespace {

constexpr std::size_t kMostBytes = 16U * 1024 * 1024;

Verdict PublicVerdict(sigte::Verdict verdict) {
  switch (verdict) {
    case sigte::Verdict::kInclude: return Verdict::kInclude;
    case sigte::Verdict::kExclude: return Verdict::kExclude;
    case sigte::Verdict::kBorderline: return Verdict::kBorderline;
    case sigte::Verdict::kInvalid: break;
  }
  return Verdict::kInvalid;
}

sigte::Verdict PrivateVerdict(Verdict verdict) {
  switch (verdict) {
    case Verdict::kInclude: return sigte::Verdict::kInclude;
    case Verdict::kExclude: return sigte::Verdict::kExclude;
    case Verdict::kBorderline: return sigte::Verdict::kBorderline;
    case Verdict::kInvalid: break;
  }
  return sigte::Verdict::kInvalid;
}

Job JobOf(std::string_view record, std::string_view name) {
  Job job;
  job.file = name;
  job.kind = JobKind::kLongLine;
  if (record.size() > kMostBytes) return job;
  record.remove_prefix(ByteOrderMark(record));
  job.kind = JobKind::kRecord;
  job.block.bytes.reserve(record.size() + kReadPadding);
  job.block.bytes = record;
  job.block.bytes.append(kReadPadding, '\0');
  job.block.size = record.size();
  return job;
}

}  // namespace

std::string_view NameOf(Verdict verdict) {
  return VerdictName(PrivateVerdict(verdict));
}

std::string_view LibraryVersion() {
  static const std::string version = VersionNumber();
  return version;
}

struct Ruleset::Loaded {
  std::unique_ptr<RulesetStore> store;
};

Ruleset::Ruleset(std::shared_ptr<const Loaded> loaded)
    : loaded_(std::move(loaded)) {}

LoadResult Ruleset::Load(const std::string& folder, Language language) {
  const Lang lang = language == Language::kDanish ? Lang::kDa : Lang::kEn;
  auto store = LoadRulesetStore(FindRuleset(folder));
  LoadResult result;
  for (const Issue& issue : store->issues.issues()) {
    result.faults += Format(issue, lang);
  }
  if (!store->ready()) return result;
  const auto loaded = std::make_shared<const Loaded>(Loaded{std::move(store)});
  result.ruleset = Ruleset(loaded);
  return result;
}

const std::string& Ruleset::id() const { return loaded_->store->ruleset->id; }

const std::string& Ruleset::version() const {
  return loaded_->store->ruleset->version;
}

const std::string& Ruleset::digest() const {
  return loaded_->store->ruleset->digest;
}

const std::string& Ruleset::folder() const { return loaded_->store->folder; }

struct Screener::Impl {
  explicit Impl(std::shared_ptr<const Ruleset::Loaded> kept)
      : loaded(std::move(kept)),
        screener(*loaded->store, DecideOptions{}),
        writer(*loaded->store->program) {}

  Decision Decide(const Job& job, const Groups* groups) {
    Decision decision;
    const ScreenSink sink{
        [&](const sigte::Decision& made, const Record*) {
          decision.verdict = PublicVerdict(made.verdict);
          writer.Clear();
          writer.Append(made);
          decision.json = writer.text();
        },
        [](const Finding&) {}};  // one record has nothing around it
    screener.Screen(job, groups, sink);
    if (!decision.json.empty()) decision.json.pop_back();
    return decision;
  }

  std::vector<Decision> DecideAll(const std::vector<Job>& jobs) {
    Groups groups(*loaded->store->program);
    if (groups.needed()) {
      for (const Job& job : jobs) screener.Gather(job, &groups);
    }
    std::vector<Decision> decisions;
    decisions.reserve(jobs.size());
    for (const Job& job : jobs) decisions.push_back(Decide(job, &groups));
    return decisions;
  }

  std::shared_ptr<const Ruleset::Loaded> loaded;
  sigte::Screener screener;
  DecisionWriter writer;
};

Screener::Screener(const Ruleset& ruleset)
    : impl_(std::make_unique<Impl>(ruleset.loaded_)) {}
Screener::~Screener() = default;
Screener::Screener(Screener&&) noexcept = default;
Screener& Screener::operator=(Screener&&) noexcept = default;

Decision Screener::Screen(std::string_view record, std::string_view name) {
  std::vector<Job> jobs;
  jobs.push_back(JobOf(record, name));
  return std::move(impl_->DecideAll(jobs).front());
}

std::vector<Decision> Screener::ScreenAll(
    const std::vector<std::string_view>& records, std::string_view name) {
  std::vector<Job> jobs;
  jobs.reserve(records.size());
  for (const std::string_view record : records) {
    jobs.push_back(JobOf(record, name));
    jobs.back().input = jobs.size() - 1;
  }
  return impl_->DecideAll(jobs);
}

}  // namespace sigte::api

// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/erasure.h"

#include <algorithm>
#include <optional>

#include "engine/audit/canonical.h"
#include "engine/audit/entries.h"
#include "engine/audit/entry_view.h"

namespace sigte::audit {
namespace {

constexpr std::size_t kMaxPlan = std::size_t{1} << 28;
// An entry lists so many; more make further entries.
constexpr std::size_t kEntriesListed = 4000;

constexpr std::size_t kPiece = std::size_t{1} << 20;  // written at once

std::string PlanPath(const std::string& private_folder) {
  return private_folder + "/erasing";
}

std::string PlanText(const Erasure& erasure) {
  JsonValue::List entries;
  for (const std::uint64_t entry : erasure.entries) {
    entries.push_back(JsonValue::Number(entry));
  }
  JsonValue::List spans;
  for (const RawSpan& span : erasure.spans) {
    spans.emplace_back(JsonValue::List{
        JsonValue::Number(span.run), JsonValue::Number(span.submission),
        JsonValue::Number(span.begin), JsonValue::Number(span.end)});
  }
  JsonValue::List names;
  for (const WholeSubmission& whole : erasure.names) {
    names.emplace_back(JsonValue::List{JsonValue::Number(whole.run),
                                       JsonValue::Number(whole.submission)});
  }
  return *Canonical(JsonValue::Members{{"entries", std::move(entries)},
                                       {"names", std::move(names)},
                                       {"spans", std::move(spans)}});
}

std::uint64_t NumberOf(const JsonValue& value) {
  return value.integer() == nullptr
             ? 0
             : static_cast<std::uint64_t>(*value.integer());
}

std::optional<Erasure> ReadPlan(const std::string& path) {
  const auto bytes = ReadBytes(path, kMaxPlan);
  const auto plan = bytes ? ParseJson(*bytes) : std::nullopt;
  if (!plan || plan->Find("entries") == nullptr ||
      plan->Find("entries")->list() == nullptr ||
      plan->Find("spans") == nullptr ||
      plan->Find("spans")->list() == nullptr) {
    return std::nullopt;
  }
  Erasure erasure;
  for (const JsonValue& entry : *plan->Find("entries")->list()) {
    erasure.entries.push_back(NumberOf(entry));
  }
  for (const JsonValue& span : *plan->Find("spans")->list()) {
    if (span.list() == nullptr || span.list()->size() != 4) continue;
    const JsonValue::List& of = *span.list();
    erasure.spans.push_back(
        {NumberOf(of[0]), NumberOf(of[1]), NumberOf(of[2]), NumberOf(of[3])});
  }
  const JsonValue* names = plan->Find("names");
  if (names == nullptr || names->list() == nullptr) return erasure;
  for (const JsonValue& name : *names->list()) {
    if (name.list() == nullptr || name.list()->size() != 2) continue;
    erasure.names.push_back(
        {NumberOf((*name.list())[0]), NumberOf((*name.list())[1])});
  }
  return erasure;
}

// What stands for `size` erased bytes, before blanks. It is a value: the text
// stays JSON, and the records behind it keep their numbers.
std::string_view StandIn(std::uint64_t size) {
  constexpr std::string_view kNull = "null";
  return size >= kNull.size() ? kNull : std::string_view("0").substr(0, size);
}

// Every place in the text stays.
bool Blank(const RawSpan& span, const std::string& private_folder,
           FileWriter* files) {
  const std::string path =
      InputPath(RunFolder(private_folder, span.run), span.submission);
  if (!Exists(path)) return true;  // gone already
  std::string blanks(std::min<std::uint64_t>(span.end - span.begin, kPiece),
                     ' ');
  const std::string_view value = StandIn(blanks.size());
  blanks.replace(0, value.size(), value);
  for (std::uint64_t at = span.begin; at < span.end; at += blanks.size()) {
    if (at == span.begin + kPiece) blanks.assign(kPiece, ' ');
    blanks.resize(std::min<std::uint64_t>(span.end - at, blanks.size()));
    if (!files->ops()->WriteAt(path, at, blanks)) return files->Fail(path);
  }
  return true;
}

// Overwrites the salts of `entries` (ascending): what lies side by side in one
// file is one write, for each is synced.
bool DropSalts(const std::vector<std::uint64_t>& entries,
               const std::string& private_folder, FileWriter* files) {
  const auto runs = StoredRuns(private_folder);
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < entries.size(); begin = end) {
    const std::uint64_t entry = entries[begin];
    const auto next = std::ranges::upper_bound(runs, entry);
    end = begin + 1;
    while (end < entries.size() && entries[end] == entries[end - 1] + 1 &&
           (next == runs.end() || entries[end] < *next)) {
      ++end;
    }
    if (next == runs.begin()) continue;
    const std::uint64_t run = *(next - 1);
    const std::string path = SaltsPath(RunFolder(private_folder, run));
    if (!Exists(path)) continue;
    std::string zeros;
    for (std::size_t i = begin; i < end; ++i) zeros += BytesOf(kNoSalt);
    if (!files->ops()->WriteAt(path, (entry - run) * kSaltSize, zeros)) {
      return files->Fail(path);
    }
  }
  return true;
}

bool LogErasure(const Erasure& erasure, const std::string& time,
                LogWriter* log) {
  for (std::size_t begin = 0; begin < erasure.entries.size();
       begin += kEntriesListed) {
    JsonValue::List entries;
    for (std::size_t i = begin;
         i < std::min(begin + kEntriesListed, erasure.entries.size()); ++i) {
      entries.push_back(JsonValue::Number(erasure.entries[i]));
    }
    const auto text =
        EntryText(kErasure, {{"time", time}, {"entries", std::move(entries)}});
    if (!log->Append(*text)) return false;
  }
  return log->Commit();
}

// Bytes first, then what links them to the log, then the log's word for it:
// the log never says that something is gone that is still there.
bool Carry(const Erasure& erasure, const std::string& private_folder,
           const std::string& time, LogWriter* log, std::string* why) {
  FileWriter& files = log->files();
  bool good = true;
  for (const RawSpan& span : erasure.spans) {
    good = good && Blank(span, private_folder, &files);
  }
  for (const WholeSubmission& whole : erasure.names) {
    good = good && DropName(RunFolder(private_folder, whole.run),
                            static_cast<std::size_t>(whole.submission), &files);
  }
  good = good && DropSalts(erasure.entries, private_folder, &files) &&
         LogErasure(erasure, time, log);
  if (good && !files.ops()->Remove(PlanPath(private_folder))) {
    good = files.Fail(PlanPath(private_folder));
  }
  if (!good) {
    *why = log->error().empty()
               ? files.error()
               : log->error().issues().front().args.front().In(Lang::kEn);
  }
  return good;
}

}  // namespace

std::vector<std::uint64_t> FindRecordEntries(const LogReader& reader,
                                             std::uint64_t size,
                                             const std::string& private_folder,
                                             std::string_view group,
                                             std::string_view id) {
  const std::string message = RecordMessage(group, id);
  std::vector<std::uint64_t> found;
  std::optional<StoredRun> run;
  auto runs = StoredRuns(private_folder);
  Bundle bundle;
  for (std::uint64_t index = 0; index < size; ++index) {
    if (index % kTileWidth == 0) {
      const auto width = static_cast<std::size_t>(
          std::min<std::uint64_t>(kTileWidth, size - index));
      if (!reader.ReadBundle(index / kTileWidth, width, &bundle)) break;
    }
    const auto next = std::ranges::upper_bound(runs, index);
    if (next == runs.begin()) continue;
    if (!run || run->run() != *(next - 1)) {
      run.emplace(private_folder, *(next - 1));
    }
    const EntryView entry(bundle.entries[index % kTileWidth]);
    if (entry.Text("type") != kRecord) continue;
    const auto salt = run->SaltOf(index);
    if (salt && Hex(Hmac(*salt, message)) == entry.Text("commit")) {
      found.push_back(index);
    }
  }
  return found;
}

std::vector<std::uint64_t> FindSubmissionEntries(const LogReader& reader,
                                                 std::uint64_t size,
                                                 std::uint64_t run,
                                                 std::uint64_t submission) {
  std::vector<std::uint64_t> found;
  for (std::uint64_t index = run + 1; index < size; ++index) {
    const auto text = reader.ReadEntry(index, size);
    const EntryView entry(text ? std::string_view(*text) : std::string_view());
    if (entry.Count("run") != run) break;
    if (entry.Count("submission") == submission) found.push_back(index);
  }
  return found;
}

bool Erase(const Erasure& erasure, const std::string& private_folder,
           const std::string& time, LogWriter* log, std::string* why) {
  FileWriter& files = log->files();
  if (!files.Put(PlanPath(private_folder), PlanText(erasure), 0600) ||
      !files.SyncFolders()) {
    *why = files.error();
    return false;
  }
  return Carry(erasure, private_folder, time, log, why);
}

bool IsErased(std::string_view bytes) {
  const std::string_view value = StandIn(bytes.size());
  return bytes.starts_with(value) &&
         bytes.find_first_not_of(' ', value.size()) == bytes.npos;
}

bool IsErasedWhole(const std::string& path) {
  const auto bytes = ReadBytes(path, std::size_t{1} << 31);
  return bytes && IsErased(*bytes);
}

std::optional<Erasure> BegunErasure(const std::string& private_folder) {
  const std::string path = PlanPath(private_folder);
  if (!Exists(path)) return std::nullopt;
  return ReadPlan(path).value_or(Erasure());
}

bool ResumeErasure(const std::string& private_folder, const std::string& time,
                   LogWriter* log, std::string* why) {
  const std::string path = PlanPath(private_folder);
  if (!Exists(path)) return true;
  const auto erasure = ReadPlan(path);
  if (!erasure) {
    *why = "'" + path + "'";
    return false;
  }
  return Carry(*erasure, private_folder, time, log, why);
}

}  // namespace sigte::audit

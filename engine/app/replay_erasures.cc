// SPDX-License-Identifier: MPL-2.0

#include "engine/app/replay_erasures.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/audit/canonical.h"
#include "engine/audit/entries.h"

namespace sigte {
namespace {

void AddEntries(const audit::JsonValue* list,
                std::vector<std::uint64_t>* entries) {
  if (list == nullptr || list->list() == nullptr) return;
  for (const audit::JsonValue& of : *list->list()) {
    if (of.integer() != nullptr) {
      entries->push_back(static_cast<std::uint64_t>(*of.integer()));
    }
  }
}

// What an entry says of each rule and finding, by their codes.
std::map<std::string, std::string> Said(const audit::JsonValue& entry) {
  std::map<std::string, std::string> said;
  const audit::JsonValue* rules = entry.Find("rules");
  if (rules != nullptr && rules->list() != nullptr) {
    for (const audit::JsonValue& rule : *rules->list()) {
      said[std::string(rule.TextOf("rule"))] =
          audit::Canonical(rule).value_or("");
    }
  }
  const audit::JsonValue* findings = entry.Find("findings");
  if (findings != nullptr && findings->list() != nullptr) {
    for (const audit::JsonValue& code : *findings->list()) {
      if (code.text() != nullptr) said[*code.text()] += "told";
    }
  }
  return said;
}

}  // namespace

bool ReplayErasures::HasEntry(std::uint64_t index) const {
  return std::ranges::binary_search(entries, index);
}

ReplayErasures FindErasures(const audit::LogReader& reader, std::uint64_t size,
                            std::uint64_t run,
                            std::vector<std::uint64_t> begun) {
  ReplayErasures erasures;
  erasures.entries = std::move(begun);
  for (std::uint64_t index = run; index < size; ++index) {
    const auto text = reader.ReadEntry(index, size);
    if (!text) break;
    if (audit::EntryView(*text).Text("type") != audit::kErasure) continue;
    const auto entry = audit::ParseJson(*text);
    if (entry) AddEntries(entry->Find("entries"), &erasures.entries);
  }
  std::ranges::sort(erasures.entries);
  for (const std::uint64_t index : erasures.entries) {
    const auto text = reader.ReadEntry(index, size);
    const audit::EntryView entry(text ? std::string_view(*text) : "");
    const auto submission = entry.Count("submission");
    if (entry.Count("run") != run || !submission) continue;
    erasures.submissions.insert(*submission);
    if (entry.Text("type") == audit::kSubmission) {
      erasures.whole.insert(*submission);
    }
  }
  return erasures;
}

void CountErasedRecords(const audit::LogReader& reader, std::uint64_t size,
                        std::uint64_t first,
                        const std::set<std::uint64_t>& gone,
                        ReplayErasures* erasures) {
  if (erasures->entries.empty() && gone.empty()) return;
  for (std::uint64_t index = first; index < size; ++index) {
    const auto text = reader.ReadEntry(index, size);
    const audit::EntryView entry(text ? std::string_view(*text) : "");
    if (!text || entry.Text("type") == audit::kRun) return;
    if (entry.Text("type") != audit::kRecord) continue;
    if (!erasures->HasEntry(index) &&
        !gone.contains(entry.Count("submission").value_or(0))) {
      continue;
    }
    ++erasures->records;
    ++erasures->of_group[std::string(entry.Text("group"))];
  }
}

LostSalts FindLostSalts(const audit::LogReader& reader, std::uint64_t size,
                        std::uint64_t run, const ReplayErasures& erasures,
                        const audit::StoredRun* stored) {
  LostSalts lost;
  for (std::uint64_t index = run; index < size; ++index) {
    const auto text = reader.ReadEntry(index, size);
    const audit::EntryView entry(text ? std::string_view(*text) : "");
    if (entry.Count("run") != run) break;
    if (entry.Text("commit").empty() || erasures.HasEntry(index)) continue;
    if (stored != nullptr && stored->SaltOf(index)) continue;
    if (lost.count++ == 0) lost.first = index;
  }
  return lost;
}

std::vector<std::string> GroupChecksThatDiffer(const audit::JsonValue& before,
                                               const audit::JsonValue& after,
                                               const Program& program) {
  const auto then = Said(before);
  const auto now = Said(after);
  const auto of = [](const auto& said, const std::string& code) {
    const auto found = said.find(code);
    return found == said.end() ? std::string() : found->second;
  };
  std::vector<std::string> codes;
  for (const CompiledRule& rule : program.rules) {
    if (!rule.of_group || of(then, rule.code) == of(now, rule.code)) continue;
    codes.push_back(rule.code);
  }
  return codes;
}

}  // namespace sigte

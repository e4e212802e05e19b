// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/groups.h"

#include <atomic>
#include <cstring>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "engine/evaluate/key_digest.h"
#include "engine/evaluate/tally.h"

namespace sigte {
namespace {

struct HashOfDigest {
  std::size_t operator()(const KeyDigest& digest) const { return digest.low; }
};

void AppendNumber(std::uint64_t number, std::string* out) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  out->append(bytes, sizeof number);
}

void AppendText(std::string_view text, const Lexicon* lexicon,
                std::string* out) {
  thread_local std::string folded;
  if (lexicon != nullptr) {
    lexicon->Fold(text, &folded);
    text = folded;
  }
  AppendNumber(text.size(), out);
  out->append(text);
}

// Values that are equal in a comparison, texts folded, append the same bytes.
// Only of values that are known.
void AppendKey(const Value& value, const Lexicon* lexicon, std::string* out) {
  const Kind kind = value.kind() == Kind::kInt ? Kind::kDecimal : value.kind();
  out->push_back(static_cast<char>(kind));
  switch (kind) {
    case Kind::kBool: out->push_back(value.is_true() ? 1 : 0); break;
    case Kind::kDecimal: {
      const Decimal number = value.decimal_value();
      const Int128 bits = number.coefficient();
      AppendNumber(static_cast<std::uint64_t>(bits), out);
      AppendNumber(static_cast<std::uint64_t>(bits >> 64), out);
      out->push_back(static_cast<char>(number.scale()));
      break;
    }
    case Kind::kText: AppendText(value.text(), lexicon, out); break;
    case Kind::kList:
      AppendNumber(value.count(), out);
      for (std::size_t i = 0; i < value.count(); ++i) {
        AppendKey(value.items()[i], lexicon, out);
      }
      break;
    case Kind::kUnknown:
    case Kind::kInt: break;
  }
}

}  // namespace

// All queries over the same key: one digest and one look-up serve them.
struct Groups::Table {
  std::vector<FieldIndex> key;
  std::vector<std::uint32_t> queries;
  std::unordered_map<KeyDigest, std::vector<Tally>, HashOfDigest> groups;
  // Where all that is asked is how many: duplicates have as many groups as
  // there are records, so each must be small.
  bool only_counts = true;
  std::unordered_map<KeyDigest, std::int64_t, HashOfDigest> counts;
  // Medians are brought into order once, by whoever asks first.
  mutable std::mutex settling;
  mutable std::atomic<bool> settled = false;

  std::optional<KeyDigest> DigestOf(const Record& record,
                                    const Lexicon* lexicon) const;
  std::vector<Tally>& At(const KeyDigest& digest);
  void Settle() const;
};

std::optional<KeyDigest> Groups::Table::DigestOf(const Record& record,
                                                 const Lexicon* lexicon) const {
  thread_local std::string bytes;
  bytes.clear();
  for (const FieldIndex field : key) {
    const Value& value = record[field].value;
    if (value.is_unknown()) return std::nullopt;
    AppendKey(value, lexicon, &bytes);
  }
  return DigestOfKey(bytes);
}

std::vector<Tally>& Groups::Table::At(const KeyDigest& digest) {
  std::vector<Tally>& tallies = groups[digest];
  if (tallies.empty()) tallies.resize(queries.size());
  return tallies;
}

void Groups::Table::Settle() const {
  if (settled.load(std::memory_order_acquire)) return;
  const std::lock_guard lock(settling);
  if (settled.load(std::memory_order_relaxed)) return;
  // Nobody reads a tally before `settled` is seen.
  for (auto& [digest, tallies] : const_cast<Table*>(this)->groups) {
    for (Tally& tally : tallies) tally.Settle();
  }
  settled.store(true, std::memory_order_release);
}

Groups::Groups(const Program& program) : program_(program) {
  for (std::uint32_t q = 0; q < program.group_queries.size(); ++q) {
    const std::vector<FieldIndex>& key = program.group_queries[q].key;
    Table* table = nullptr;
    for (const auto& known : tables_) {
      if (known->key == key) table = known.get();
    }
    if (table == nullptr) {
      table = tables_.emplace_back(std::make_unique<Table>()).get();
      table->key = key;
    }
    table->queries.push_back(q);
    const GroupQuery& query = program.group_queries[q];
    table->only_counts &=
        query.measure == GroupMeasure::kCount && query.operand == kNoIndex;
  }
}

Groups::~Groups() = default;

bool Groups::needed() const { return !tables_.empty(); }

void Groups::Gather(const Record& record, const std::vector<Value>& values) {
  for (const auto& table : tables_) {
    const auto digest = table->DigestOf(record, program_.lexicon.get());
    if (!digest) continue;
    if (table->only_counts) {
      ++table->counts[*digest];
      continue;
    }
    table->settled = false;
    std::vector<Tally>& tallies = table->At(*digest);
    for (std::size_t i = 0; i < tallies.size(); ++i) {
      const GroupQuery& query = program_.group_queries[table->queries[i]];
      tallies[i].Add(query.measure, query.operand == kNoIndex
                                        ? nullptr
                                        : &values[query.operand]);
    }
  }
}

void Groups::Merge(const Groups& other) {
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    Table& table = *tables_[t];
    for (const auto& [digest, count] : other.tables_[t]->counts) {
      table.counts[digest] += count;
    }
    table.settled = false;
    for (const auto& [digest, theirs] : other.tables_[t]->groups) {
      std::vector<Tally>& ours = table.At(digest);
      for (std::size_t i = 0; i < ours.size(); ++i) {
        const GroupQuery& query = program_.group_queries[table.queries[i]];
        ours[i].Merge(query.measure, theirs[i]);
      }
    }
  }
}

void Groups::Ask(const Record& record, std::vector<Value>* measures) const {
  measures->assign(program_.group_queries.size(), Value::Unknown(kMissing));
  for (const auto& table : tables_) {
    table->Settle();
    const auto digest = table->DigestOf(record, program_.lexicon.get());
    if (!digest) continue;
    if (table->only_counts) {
      const auto count = table->counts.find(*digest);
      for (const std::uint32_t q : table->queries) {
        (*measures)[q] = count == table->counts.end()
                             ? Value::Unknown(kError)  // never gathered
                             : Value::Int(count->second);
      }
      continue;
    }
    const auto group = table->groups.find(*digest);
    for (std::size_t i = 0; i < table->queries.size(); ++i) {
      const std::uint32_t q = table->queries[i];
      (*measures)[q] =
          group == table->groups.end()
              ? Value::Unknown(kError)  // this record was never gathered
              : group->second[i].Result(program_.group_queries[q].measure);
    }
  }
}

}  // namespace sigte

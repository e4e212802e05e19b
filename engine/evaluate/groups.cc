// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/groups.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <string>

#include "engine/evaluate/digest_table.h"
#include "engine/evaluate/key_digest.h"
#include "engine/evaluate/tally.h"

namespace sigte {
namespace {

// The first word of a value says its kind, so that keys of the same fields are
// the same words only where their values are the same.
std::uint64_t HeadOf(Kind kind, std::uint64_t number) {
  return static_cast<std::uint64_t>(kind) | number << 16;
}

void AbsorbText(std::string_view text, const Lexicon* lexicon,
                SipHasher* hasher) {
  thread_local std::string folded;
  if (lexicon != nullptr) {
    lexicon->Fold(text, &folded);
    text = folded;
  }
  hasher->Absorb(HeadOf(Kind::kText, text.size()));
  hasher->AbsorbText(text);
}

// Integers and decimals of one value are the same. Nearly all are whole, not
// negative and small: those are one word, and the others three.
void AbsorbNumber(const Decimal& number, SipHasher* hasher) {
  constexpr std::uint64_t kLarge = 1U << 8;
  const Int128 bits = number.coefficient();
  if (number.scale() == 0 && bits >> 48 == 0) {
    hasher->Absorb(HeadOf(Kind::kDecimal, static_cast<std::uint64_t>(bits)));
    return;
  }
  hasher->Absorb(
      HeadOf(Kind::kDecimal, static_cast<std::uint64_t>(number.scale())) |
      kLarge);
  hasher->Absorb(static_cast<std::uint64_t>(bits));
  hasher->Absorb(static_cast<std::uint64_t>(bits >> 64));
}

// Values that are equal in a comparison, texts folded, absorb the same words.
void AbsorbKey(const Value& value, const Lexicon* lexicon, SipHasher* hasher) {
  switch (value.kind()) {
    case Kind::kBool:
      hasher->Absorb(HeadOf(Kind::kBool, value.is_true() ? 1 : 0));
      break;
    case Kind::kInt:
    case Kind::kDecimal: AbsorbNumber(value.decimal_value(), hasher); break;
    case Kind::kText: AbsorbText(value.text(), lexicon, hasher); break;
    case Kind::kList:
      hasher->Absorb(HeadOf(Kind::kList, value.count()));
      for (std::size_t i = 0; i < value.count(); ++i) {
        AbsorbKey(value.items()[i], lexicon, hasher);
      }
      break;
    case Kind::kUnknown: hasher->Absorb(HeadOf(Kind::kUnknown, 0)); break;
  }
}

// As it is written; empty where none is.
std::string_view IdOf(const Record& record, const Layout& layout) {
  const bool is_there =
      layout.id != kNoField && !record[layout.id].value.is_unknown();
  return is_there ? record.Written(layout.id) : std::string_view();
}

}  // namespace

// All queries over the same key: one digest and one look-up serve them.
struct Groups::Table {
  std::vector<FieldIndex> key;
  std::size_t shared = 0;  // the first fields of it that the table before has
  std::vector<std::uint32_t> queries;
  DigestTable groups;
  // By group. Where all that is asked is how many, a number is enough:
  // duplicates have as many groups as there are records.
  bool only_counts = true;
  std::vector<std::int64_t> counts;
  std::vector<Tally> tallies;  // by query, group after group
  bool names_members = false;
  FirstMembers members;  // none where they are not named
  // Medians are brought into order once, by whoever asks first.
  mutable std::mutex settling;
  mutable std::atomic<bool> settled = false;

  std::uint32_t Add(const KeyDigest& digest);
  Tally* TalliesOf(std::uint32_t group) {
    return &tallies[group * queries.size()];
  }
  const Tally* TalliesOf(std::uint32_t group) const {
    return &tallies[group * queries.size()];
  }
  void Settle() const;
};

std::uint32_t Groups::Table::Add(const KeyDigest& digest) {
  const std::uint32_t group = groups.Add(digest);
  if (only_counts) {
    counts.resize(groups.size());
  } else {
    tallies.resize(groups.size() * queries.size());
  }
  return group;
}

void Groups::Table::Settle() const {
  if (settled.load(std::memory_order_acquire)) return;
  const std::lock_guard lock(settling);
  if (settled.load(std::memory_order_relaxed)) return;
  // Nobody reads a tally before `settled` is seen.
  for (Tally& tally : const_cast<Table*>(this)->tallies) tally.Settle();
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
  OrderTables();
  for (const CompiledRule& rule : program.rules) {
    if (rule.names_of == kNoIndex) continue;
    TableOf(rule.names_of)->names_members = names_members_ = true;
  }
}

Groups::Table* Groups::TableOf(std::uint32_t query) const {
  const auto& key = program_.group_queries[query].key;
  const auto it = std::ranges::find(
      tables_, key, [](const auto& table) -> auto& { return table->key; });
  return it->get();
}

// Keys that begin alike stand together.
void Groups::OrderTables() {
  std::ranges::sort(tables_, {}, [](const auto& table) { return table->key; });
  for (std::size_t t = 1; t < tables_.size(); ++t) {
    const std::vector<FieldIndex>& key = tables_[t]->key;
    const std::vector<FieldIndex>& before = tables_[t - 1]->key;
    const auto differs = std::ranges::mismatch(key, before).in1;
    tables_[t]->shared = static_cast<std::size_t>(differs - key.begin());
  }
}

Groups::~Groups() = default;

bool Groups::needed() const { return !tables_.empty(); }

// All tables' digests before the first look-up, whose memory is fetched
// meanwhile: large tables lie outside the caches. What keys have in common is
// absorbed once: hashers[n] has the first n fields of a key.
const std::vector<std::optional<KeyDigest>>& Groups::DigestsOf(
    const Record& record) const {
  thread_local std::vector<std::optional<KeyDigest>> digests;
  thread_local std::vector<SipHasher> hashers;
  digests.clear();
  hashers.clear();
  hashers.push_back(KeyHasher());
  for (const auto& table : tables_) {
    while (hashers.size() > table->shared + 1) hashers.pop_back();
    while (hashers.size() <= table->key.size()) {
      const Value& value = record[table->key[hashers.size() - 1]].value;
      if (value.is_unknown()) break;
      hashers.push_back(hashers.back());
      AbsorbKey(value, program_.lexicon.get(), &hashers.back());
    }
    const bool is_whole = hashers.size() > table->key.size();
    digests.push_back(is_whole
                          ? std::optional(SipHasher(hashers.back()).Finish())
                          : std::nullopt);
    if (is_whole) table->groups.Prefetch(*digests.back());
  }
  return digests;
}

void Groups::NameInput(std::uint32_t input, std::string_view file,
                       std::string_view sheet) {
  if (names_members_) records_.NameInput(input, file, sheet);
}

void Groups::Gather(const Record& record, const Values& values,
                    const RunPlace& place) {
  const auto& digests = DigestsOf(record);
  const std::uint32_t number =
      names_members_ ? records_.Add(place, IdOf(record, program_.layout)) : 0;
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    if (!digests[t]) continue;
    Table& table = *tables_[t];
    const std::uint32_t group = table.Add(*digests[t]);
    if (table.names_members) table.members.Add(group, number, records_);
    if (table.only_counts) {
      ++table.counts[group];
      continue;
    }
    table.settled.store(false, std::memory_order_relaxed);
    Tally* tallies = table.TalliesOf(group);
    for (std::size_t i = 0; i < table.queries.size(); ++i) {
      const GroupQuery& query = program_.group_queries[table.queries[i]];
      if (query.operand == kNoIndex) {
        tallies[i].Add(query.measure, nullptr);
      } else {
        const Value operand = values[query.operand];
        tallies[i].Add(query.measure, &operand);
      }
    }
  }
}

void Groups::Merge(const Groups& other) {
  const std::uint32_t base = records_.Append(other.records_);
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    Table& table = *tables_[t];
    const Table& theirs = *other.tables_[t];
    table.settled = false;
    theirs.groups.ForEach([&](const KeyDigest& digest, std::uint32_t from) {
      const std::uint32_t to = table.Add(digest);
      if (table.names_members) {
        table.members.Merge(to, theirs.members, from, base, records_);
      }
      if (table.only_counts) {
        table.counts[to] += theirs.counts[from];
        return;
      }
      for (std::size_t i = 0; i < table.queries.size(); ++i) {
        const GroupQuery& query = program_.group_queries[table.queries[i]];
        table.TalliesOf(to)[i].Merge(query.measure, theirs.TalliesOf(from)[i]);
      }
    });
  }
}

void Groups::Ask(const Record& record, GroupAnswers* answers) const {
  const std::size_t queries = program_.group_queries.size();
  answers->measures.assign(queries, Value::Unknown(kMissing));
  answers->groups.assign(queries, DigestTable::kAbsent);
  const auto& digests = DigestsOf(record);
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    if (!digests[t]) continue;
    const Table& table = *tables_[t];
    table.Settle();
    const std::uint32_t group = table.groups.Find(*digests[t]);
    for (std::size_t i = 0; i < table.queries.size(); ++i) {
      const std::uint32_t q = table.queries[i];
      answers->groups[q] = group;
      Value& measure = answers->measures[q];
      if (group == DigestTable::kAbsent) {
        measure = Value::Unknown(kError);  // this record was never gathered
      } else if (table.only_counts) {
        measure = Value::Int(table.counts[group]);
      } else {
        measure =
            table.TalliesOf(group)[i].Result(program_.group_queries[q].measure);
      }
    }
  }
}

GroupShare Groups::ShareOf(const Record& record, const Values& values) const {
  GroupShare share{DigestsOf(record), {}};
  for (const GroupQuery& query : program_.group_queries) {
    share.operands.push_back(query.operand == kNoIndex ? Value()
                                                       : values[query.operand]);
  }
  return share;
}

void Groups::AskWith(const GroupShare& was, const GroupShare& now,
                     std::vector<Value>* measures) const {
  measures->assign(program_.group_queries.size(), Value::Unknown(kMissing));
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    if (!now.keys[t]) continue;
    const Table& table = *tables_[t];
    table.Settle();
    const std::uint32_t group = table.groups.Find(*now.keys[t]);
    const GroupShare* in_it = was.keys[t] == now.keys[t] ? &was : nullptr;
    for (std::size_t i = 0; i < table.queries.size(); ++i) {
      (*measures)[table.queries[i]] = MeasureWith(table, group, i, in_it, now);
    }
  }
}

// Of a group, which may be none yet, by the table's query `number`; `was`:
// null where the record was not in it.
Value Groups::MeasureWith(const Table& table, std::uint32_t group,
                          std::size_t number, const GroupShare* was,
                          const GroupShare& now) const {
  const bool is_new = group == DigestTable::kAbsent;
  if (is_new && was != nullptr) return Value::Unknown(kError);
  if (table.only_counts) {
    return Value::Int((is_new ? 0 : table.counts[group]) +
                      (was == nullptr ? 1 : 0));
  }
  const std::uint32_t q = table.queries[number];
  const GroupQuery& query = program_.group_queries[q];
  Tally::Change change;
  change.was_added = was != nullptr;
  if (query.operand != kNoIndex) {
    change.was = was == nullptr ? nullptr : &was->operands[q];
    change.now = &now.operands[q];
  }
  const Tally none;
  const Tally& tally = is_new ? none : table.TalliesOf(group)[number];
  return tally.ResultWith(query.measure, change);
}

std::optional<GroupMember> Groups::OtherOf(const GroupAnswers& asked,
                                           const RunPlace& place,
                                           std::uint32_t query) const {
  const std::uint32_t group = asked.groups[query];
  if (group == DigestTable::kAbsent) return std::nullopt;
  const auto other = TableOf(query)->members.NotAt(place, group, records_);
  return other ? std::optional(records_.Of(*other)) : std::nullopt;
}

}  // namespace sigte

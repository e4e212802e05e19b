// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/entries.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/audit/canonical.h"
#include "engine/audit/format.h"
#include "engine/base/ascii.h"

namespace sigte::audit {
namespace {

constexpr std::array kAllVerdicts = {Verdict::kInclude, Verdict::kExclude,
                                     Verdict::kBorderline, Verdict::kInvalid};

bool IsShortCode(std::string_view group) {
  return group.size() <= kLongestGroup && std::ranges::all_of(group, IsDigit);
}

// What an EntryView can read back.
bool IsPlain(std::string_view text) {
  return std::ranges::none_of(text, [](char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
  });
}

JsonValue RuleValue(const Reason& reason, const LogTerms& terms) {
  const std::string& code = reason.rule < terms.rule_codes.size()
                                ? terms.rule_codes[reason.rule]
                                : std::string();
  JsonValue::Members members = {{"rule", code}};
  if (!reason.value.is_unknown()) {
    members.emplace_back("value", reason.value.is_true() ? "true" : "false");
    return members;
  }
  members.emplace_back("value", "unknown");
  JsonValue::List causes;
  for (const Cause cause : {kMissing, kUnclear, kQuestion, kError}) {
    if ((reason.value.causes() & cause) != 0) {
      causes.emplace_back(CauseName(cause));
    }
  }
  members.emplace_back("causes", std::move(causes));
  return members;
}

// Codes once each, so that their number is bounded whatever was submitted.
JsonValue::List Codes(const WarmVector<Finding>& findings) {
  std::set<std::string_view> codes;
  for (const Finding& finding : findings) codes.insert(finding.code);
  JsonValue::List list;
  for (const std::string_view code : codes) list.emplace_back(code);
  return list;
}

void TakeAmount(const std::optional<std::int64_t>& amount, RecordFact* fact) {
  if (!amount) return;
  fact->amount_withheld = *amount > kLargestAmount || *amount < -kLargestAmount;
  if (!fact->amount_withheld) fact->amount = amount;
}

}  // namespace

bool MayLogGroup(const std::string& group, const LogTerms& terms) {
  if (terms.groups.empty()) return IsShortCode(group);
  return std::ranges::binary_search(terms.groups, group) && IsPlain(group);
}

std::string RecordMessage(std::string_view group, std::string_view id) {
  auto message = Canonical(JsonValue::List{group, id});
  // Bytes that are no text: kept apart by their digest.
  if (!message) {
    message = Canonical(JsonValue::List{Hex(group), Hex(id), "hex"});
  }
  return *message;
}

std::string RecordMessage(const Decision& decision) {
  return decision.unmasked
             ? RecordMessage(decision.unmasked->group, decision.unmasked->id)
             : RecordMessage(decision.group, decision.id);
}

RecordFact MakeRecordFact(const Decision& decision, const LogTerms& terms) {
  RecordFact fact;
  if (MayLogGroup(decision.group, terms)) {
    fact.group = decision.group;
  } else {
    fact.group_withheld = !decision.group.empty();
  }
  TakeAmount(decision.amount, &fact);
  fact.verdict = decision.verdict;
  fact.salt = RandomSalt();
  fact.commit = Hmac(fact.salt, RecordMessage(decision));
  if (decision.scope) fact.scope = VerdictName(*decision.scope);
  for (const Reason& reason : decision.reasons) {
    fact.rules.push_back(RuleValue(reason, terms));
  }
  fact.findings = Codes(decision.findings);
  return fact;
}

std::string RulingMessage(const RulingFact& ruling) {
  return Canonical(JsonValue::List{ruling.group, ruling.record, ruling.rule,
                                   ruling.digest})
      .value_or(ruling.digest);
}

void Totals::Add(const RecordFact& fact) {
  TotalsCell& cell = cells[static_cast<std::size_t>(fact.verdict)];
  ++cell.records;
  cell.amount += fact.amount.value_or(0);
  if (fact.amount_withheld) {
    ++cell.amount_withheld;
  } else if (!fact.amount) {
    ++cell.amount_unknown;
  }
}

std::int64_t Totals::records() const {
  std::int64_t sum = 0;
  for (const TotalsCell& cell : cells) sum += cell.records;
  return sum;
}

JsonValue Totals::Json() const {
  JsonValue::Members members;
  for (const Verdict verdict : kAllVerdicts) {
    const TotalsCell& cell = cells[static_cast<std::size_t>(verdict)];
    members.emplace_back(
        std::string(VerdictName(verdict)),
        JsonValue::Members{{"records", cell.records},
                           {"amount", cell.amount},
                           {"amount_unknown", cell.amount_unknown},
                           {"amount_withheld", cell.amount_withheld}});
  }
  return members;
}

std::optional<std::string> EntryText(std::string_view type,
                                     JsonValue::Members members) {
  members.emplace_back("v", kFormatVersion);
  members.emplace_back("type", type);
  return Canonical(std::move(members));
}

JsonValue::Members RecordMembers(const RecordFact& fact, std::uint64_t run,
                                 std::uint64_t submission, std::uint64_t n) {
  JsonValue::Members members = {
      {"run", JsonValue::Number(run)},
      {"submission", JsonValue::Number(submission)},
      {"n", JsonValue::Number(n)},
      {"group", fact.group.empty() ? JsonValue() : JsonValue(fact.group)},
      {"commit", Hex(fact.commit)},
      {"verdict", VerdictName(fact.verdict)},
      {"scope", fact.scope},
      {"rules", fact.rules},
      {"findings", fact.findings},
      {"amount", fact.amount ? JsonValue(*fact.amount) : JsonValue()}};
  JsonValue::List withheld;
  if (fact.amount_withheld) withheld.emplace_back("amount");
  if (fact.group_withheld) withheld.emplace_back("group");
  if (!withheld.empty()) members.emplace_back("withheld", std::move(withheld));
  return members;
}

}  // namespace sigte::audit

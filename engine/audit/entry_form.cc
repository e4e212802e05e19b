// SPDX-License-Identifier: MPL-2.0

// A table a type: member, what may stand in it. No free text has a place in an
// entry where none is written.

#include "engine/audit/entry_form.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <span>
#include <string>

#include "engine/audit/crypto.h"
#include "engine/audit/entries.h"
#include "engine/audit/format.h"
#include "engine/base/ascii.h"

namespace sigte::audit {
namespace {

/// Whether a value, as it stands in canonical JSON, may stand here.
using Check = bool (*)(std::string_view raw);

struct Member {
  std::string_view name;
  Check fits;
  bool optional = false;
};

bool IsNull(std::string_view raw) { return raw == "null"; }

// Without its quotes; nullopt for another kind and for one with escapes, which
// nothing of ours needs.
std::optional<std::string_view> TextIn(std::string_view raw) {
  if (raw.size() < 2 || raw.front() != '"' ||
      raw.find('\\') != std::string_view::npos) {
    return std::nullopt;
  }
  return raw.substr(1, raw.size() - 2);
}

// Words of the ruleset's author.
bool IsText(std::string_view raw) { return raw.starts_with('"'); }

// As the codes of rules, findings and versions are written.
bool IsWord(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           c == '-' || c == '_' || c == '.';
  });
}

bool IsCode(std::string_view raw) {
  const auto text = TextIn(raw);
  return text && IsWord(*text);
}

template <std::size_t N>
bool IsOneOf(std::string_view raw,
             const std::array<std::string_view, N>& words) {
  const auto text = TextIn(raw);
  return text && std::ranges::find(words, *text) != words.end();
}

bool IsHash(std::string_view raw) {
  const auto text = TextIn(raw);
  return text && HashOfHex(*text);
}

bool IsHashOrNull(std::string_view raw) { return IsNull(raw) || IsHash(raw); }

bool IsCount(std::string_view raw) {
  return !raw.empty() && std::ranges::all_of(raw, IsDigit);
}

bool IsCountOrNull(std::string_view raw) { return IsNull(raw) || IsCount(raw); }

bool IsAmount(std::string_view raw) {
  if (IsNull(raw)) return true;
  std::int64_t amount = 0;
  const char* end = raw.data() + raw.size();
  const auto [stop, error] = std::from_chars(raw.data(), end, amount);
  return error == std::errc() && stop == end && amount <= kLargestAmount &&
         amount >= -kLargestAmount;
}

// "2026-11-25" and what `form` has behind it: '0' for any digit.
bool IsDay(std::string_view text, std::string_view form) {
  if (!std::ranges::equal(text, form, [](char c, char of) {
        return of == '0' ? IsDigit(c) : c == of;
      })) {
    return false;
  }
  const auto number = [&](std::size_t at, std::size_t digits) {
    unsigned value = 0;
    std::from_chars(text.data() + at, text.data() + at + digits, value);
    return value;
  };
  return std::chrono::year_month_day(
             std::chrono::year(static_cast<int>(number(0, 4))),
             std::chrono::month(number(5, 2)), std::chrono::day(number(8, 2)))
      .ok();
}

bool IsDate(std::string_view raw) {
  const auto text = TextIn(raw);
  return text && IsDay(*text, "0000-00-00");
}

// A leap second may be 60.
bool IsTime(std::string_view raw) {
  const auto text = TextIn(raw);
  return text && IsDay(*text, "0000-00-00T00:00:00Z") &&
         text->substr(11, 2) < "24" && text->substr(14, 2) < "60" &&
         text->substr(17, 2) <= "60";
}

bool IsVerdict(std::string_view raw) {
  return IsOneOf<4>(
      raw, {VerdictName(Verdict::kInclude), VerdictName(Verdict::kExclude),
            VerdictName(Verdict::kBorderline), VerdictName(Verdict::kInvalid)});
}

bool IsVerdictOrNull(std::string_view raw) {
  return IsNull(raw) || IsVerdict(raw);
}

// Which codes there are is the ruleset's to say.
bool IsGroup(std::string_view raw) {
  const auto text = TextIn(raw);
  return IsNull(raw) || (text && !text->empty());
}

// Every element of a list fits.
template <typename F>
bool IsListOf(std::string_view raw, F fits) {
  auto rest = InsideOfList(raw);
  if (!rest) return false;
  while (!rest->empty()) {
    if (!fits(TakeElement(&*rest))) return false;
  }
  return true;
}

// As IsListOf, each behind the one before it.
template <typename F>
bool IsAscending(std::string_view raw, F fits) {
  std::optional<std::string_view> before;
  return IsListOf(raw, [&](std::string_view element) {
    const bool behind = !before || *TextIn(*before) < TextIn(element);
    before = element;
    return fits(element) && behind;
  });
}

bool IsFindings(std::string_view raw) { return IsAscending(raw, IsCode); }

bool IsWithheld(std::string_view raw) {
  return raw == R"(["amount"])" || raw == R"(["group"])" ||
         raw == R"(["amount","group"])";
}

bool HasMembers(const EntryView& object, std::span<const Member> members) {
  auto rest = object.members();
  for (const Member& member : members) {
    if (rest.empty() || rest.front().first != member.name) {
      if (!member.optional) return false;
      continue;
    }
    if (!member.fits(rest.front().second)) return false;
    rest = rest.subspan(1);
  }
  return rest.empty();
}

template <std::size_t N>
bool IsObject(std::string_view raw, const std::array<Member, N>& members) {
  return raw.starts_with('{') && HasMembers(EntryView(raw), members);
}

// In the order in which they are written.
bool IsCauses(std::string_view raw) {
  constexpr std::array<std::string_view, 4> kCauses = {
      R"("missing")", R"("unclear")", R"("question")", R"("error")"};
  auto next = kCauses.begin();
  return raw != "[]" && IsListOf(raw, [&](std::string_view cause) {
           next = std::find(next, kCauses.end(), cause);
           return next != kCauses.end() && next++ != kCauses.end();
         });
}

bool IsRule(std::string_view raw) {
  static constexpr std::array kUnknown = {
      Member{"causes", IsCauses}, Member{"rule", IsCode},
      Member{"value",
             [](std::string_view value) { return value == R"("unknown")"; }}};
  static constexpr std::array kKnown = {
      Member{"rule", IsCode},
      Member{"value", [](std::string_view value) {
               return IsOneOf<2>(value, {"true", "false"});
             }}};
  return IsObject(raw, kKnown) || IsObject(raw, kUnknown);
}

bool IsRules(std::string_view raw) { return IsListOf(raw, IsRule); }

bool IsFormats(std::string_view raw) {
  const auto text = TextIn(raw);
  return text && std::ranges::all_of(*text, [](char c) {
           return (c >= 'a' && c <= 'z') || c == ',';
         });
}

bool IsFailOn(std::string_view raw) {
  return IsOneOf<4>(raw, {"invalid", "borderline", "exclude", "never"});
}

// Earlier logs have fewer.
bool IsOptions(std::string_view raw) {
  static constexpr std::array kOptions = {
      Member{"fail_on", IsFailOn, true}, Member{"format", IsFormats, true},
      Member{"rulings", IsCount, true}, Member{"today", IsDate, true}};
  return IsObject(raw, kOptions);
}

bool IsRulesetRef(std::string_view raw) {
  static constexpr std::array kRef = {Member{"digest", IsHash},
                                      Member{"ruleset", IsCode},
                                      Member{"version", IsText}};
  return IsObject(raw, kRef);
}

bool IsIndexes(std::string_view raw) {
  return raw != "[]" && IsListOf(raw, IsCount);
}

bool IsBool(std::string_view raw) { return raw == "true" || raw == "false"; }

bool IsState(std::string_view raw) {
  return IsOneOf<6>(raw, {"used", "expired", "stale", "contradicting",
                          "against", "orphaned"});
}

bool IsCutOff(std::string_view raw) { return raw == R"("cut-off")"; }

bool IsSome(std::string_view raw) { return IsCount(raw) && raw != "0"; }

// Whatever the caller compares as a whole.
bool IsAnything(std::string_view /*raw*/) { return true; }

// Members in the canonical order. `type` and `v` are checked before.
constexpr Member kType = {"type", IsAnything};
constexpr Member kVersion = {"v", IsAnything};

constexpr std::array kOfGenesis = {Member{"origin", IsText},
                                   Member{"time", IsTime}, kType, kVersion};
constexpr std::array kOfRun = {Member{"list", IsText},
                               Member{"options", IsOptions},
                               Member{"program", IsCode},
                               Member{"ruleset", IsCode},
                               Member{"ruleset_digest", IsHash},
                               Member{"ruleset_version", IsText},
                               Member{"run", IsCount},
                               Member{"submissions", IsCount},
                               Member{"time", IsTime},
                               kType,
                               kVersion};
constexpr std::array kOfRulesChanged = {
    Member{"from", IsRulesetRef}, Member{"run", IsCount},
    Member{"to", IsRulesetRef}, kType, kVersion};
constexpr std::array kOfSubmission = {Member{"bytes", IsCountOrNull},
                                      Member{"commit", IsHashOrNull},
                                      Member{"run", IsCount},
                                      Member{"submission", IsCount},
                                      kType,
                                      kVersion};
constexpr std::array kOfRecord = {Member{"amount", IsAmount},
                                  Member{"commit", IsHash},
                                  Member{"findings", IsFindings},
                                  Member{"group", IsGroup},
                                  Member{"n", IsCount},
                                  Member{"rules", IsRules},
                                  Member{"run", IsCount},
                                  Member{"scope", IsVerdictOrNull},
                                  Member{"submission", IsCount},
                                  kType,
                                  kVersion,
                                  Member{"verdict", IsVerdict},
                                  Member{"withheld", IsWithheld, true}};
constexpr std::array kOfRuling = {Member{"answer", IsBool},
                                  Member{"commit", IsHash},
                                  Member{"rule", IsCode},
                                  Member{"run", IsCount},
                                  Member{"state", IsState},
                                  kType,
                                  kVersion};
constexpr std::array kOfAggregate = {Member{"commit", IsHash},
                                     Member{"first_record", IsCount},
                                     Member{"no_group", IsCount},
                                     Member{"receipts", IsCount},
                                     Member{"records", IsCount},
                                     Member{"records_digest", IsHash},
                                     Member{"rulings_lapsed", IsCount},
                                     Member{"rulings_used", IsCount},
                                     Member{"run", IsCount},
                                     Member{"totals", IsAnything},
                                     kType,
                                     Member{"unreadable", IsCount},
                                     kVersion};
constexpr std::array kOfErasure = {Member{"entries", IsIndexes},
                                   Member{"time", IsTime}, kType, kVersion};
constexpr std::array kOfNote = {Member{"entries", IsCount},
                                Member{"files", IsSome}, kType, kVersion,
                                Member{"what", IsCutOff}};

struct TypeForm {
  std::string_view type;
  std::span<const Member> members;
};
constexpr std::array kForms = {
    TypeForm{kRecord, kOfRecord},
    TypeForm{kReceipt, {}},
    TypeForm{kSubmission, kOfSubmission},
    TypeForm{kRun, kOfRun},
    TypeForm{kAggregate, kOfAggregate},
    TypeForm{kRuling, kOfRuling},
    TypeForm{kRulesChanged, kOfRulesChanged},
    TypeForm{kErasure, kOfErasure},
    TypeForm{kNote, kOfNote},
    TypeForm{kGenesis, kOfGenesis},
};

// A check can only make a verdict worse: it refuses, or leaves open what would
// be included.
bool FollowsFromScope(std::string_view verdict, std::string_view scope) {
  if (verdict == VerdictName(Verdict::kInvalid)) return true;
  return verdict == scope || (verdict == VerdictName(Verdict::kBorderline) &&
                              scope == VerdictName(Verdict::kInclude));
}

bool RecordAgrees(const EntryView& entry) {
  const std::string_view withheld = entry.Raw("withheld");
  const auto left_out = [&](std::string_view name) {
    return withheld.find(name) == std::string_view::npos || entry.IsNull(name);
  };
  return left_out("amount") && left_out("group") &&
         entry.Text("scope") != VerdictName(Verdict::kInvalid) &&
         FollowsFromScope(entry.Text("verdict"), entry.Text("scope"));
}

const TypeForm* FormOf(std::string_view type) {
  const auto form = std::ranges::find(kForms, type, &TypeForm::type);
  return form == kForms.end() ? nullptr : &*form;
}

}  // namespace

bool IsEntryType(std::string_view type) { return FormOf(type) != nullptr; }

bool HasForm(std::string_view type, const EntryView& entry) {
  const TypeForm* form = FormOf(type);
  if (form == nullptr || type == kReceipt) return form != nullptr;
  if (!HasMembers(entry, form->members)) return false;
  if (type == kRecord) return RecordAgrees(entry);
  return type != kSubmission || entry.IsNull("bytes") == entry.IsNull("commit");
}

}  // namespace sigte::audit

// SPDX-License-Identifier: MPL-2.0

// Words for verdicts, values, fields, answers: from the catalogue, the layout
// and the terms.

#include "engine/report/words.h"

#include <algorithm>
#include <array>

#include "engine/base/ascii.h"
#include "engine/base/numbers.h"
#include "engine/base/spelled.h"
#include "engine/base/utf8.h"
#include "engine/record/comparison_words.h"
#include "engine/record/value_words.h"
#include "engine/report/condition_words.h"

namespace sigte {
namespace {

constexpr std::size_t kOperandShown = 160;  // letters
constexpr std::size_t kFoundShown = 80;     // letters

std::string ContextWord(std::string_view context, Lang lang) {
  if (context == "negated") return Message(lang, "report.mention-negated");
  if (context == "supplementing") {
    return Message(lang, "report.mention-supplementing");
  }
  if (context == "affirmed") return Message(lang, "report.mention-affirmed");
  return std::string(context);
}

std::string TermTitle(std::string_view id, const Voice& voice) {
  if (voice.program.lexicon == nullptr) return {};
  const int term = voice.program.lexicon->Find(id);
  if (term < 0) return {};
  const std::string& title =
      voice.program.lexicon->title(static_cast<std::uint32_t>(term))
          .In(voice.lang);
  return title.empty() ? std::string(id) : title;
}

void AddCause(const Value& value, Cause cause, const std::string& word,
              std::string* out) {
  if ((value.causes() & cause) == 0) return;
  if (!out->empty()) *out += ", ";
  *out += word;
}

const Field* FindField(const Program& program, std::string_view name) {
  const FieldIndex index = program.layout.Find(name);
  return index == kNoField ? nullptr : &program.layout[index];
}

std::string ChoiceTitle(const Field& field, std::string_view value, Lang lang) {
  for (const FieldChoice& choice : field.choices) {
    if (choice.value == value) return choice.title.In(lang);
  }
  return {};
}

// What a rule compares a field with. A list of titles may be long.
std::string OperandOf(const Evidence& evidence, const Voice& voice) {
  const Field* field = FindField(voice.program, evidence.field);
  std::string words =
      Shorten(Printable(OperandWords(field, evidence.compared,
                                     !evidence.value.is_false(), voice.lang)),
              kOperandShown);
  // Nothing is said of a value that is not known: it is asked.
  const bool is_open = evidence.value.is_unknown() &&
                       !SplitComparison(evidence.compared).sign.empty();
  return is_open ? words + "?" : words;
}

}  // namespace

std::string VerdictWord(Verdict verdict, Lang lang) {
  switch (verdict) {
    case Verdict::kInclude: return Message(lang, "report.include");
    case Verdict::kExclude: return Message(lang, "report.exclude");
    case Verdict::kBorderline: return Message(lang, "report.borderline");
    case Verdict::kInvalid: return Message(lang, "report.invalid");
  }
  return {};
}

std::string VerdictCount(Verdict verdict, std::int64_t records, Lang lang) {
  constexpr std::array<MessageKey, kVerdicts> kWords = {
      "report.count-include", "report.count-exclude", "report.count-borderline",
      "report.count-invalid"};
  return Message(lang, kWords[static_cast<std::size_t>(verdict)],
                 {CountText(records)});
}

Ink VerdictInk(Verdict verdict) {
  switch (verdict) {
    case Verdict::kInclude: return Ink::kGreen;
    case Verdict::kExclude: return Ink::kBlue;
    case Verdict::kBorderline: return Ink::kYellow;
    case Verdict::kInvalid: return Ink::kRed;
  }
  return Ink::kPlain;
}

Finding::Effect EffectTold(const Finding& finding, Verdict verdict) {
  if (finding.effect != Finding::Effect::kQuestion) return finding.effect;
  const bool is_open =
      finding.ruling.empty() &&
      (verdict == Verdict::kBorderline || verdict == Verdict::kInvalid);
  return is_open ? finding.effect : Finding::Effect::kNote;
}

std::string SeverityWord(Finding::Effect effect, Lang lang) {
  switch (effect) {
    case Finding::Effect::kReject: return Message(lang, "issue.error");
    case Finding::Effect::kQuestion: return Message(lang, "issue.warning");
    case Finding::Effect::kNote: return Message(lang, "issue.note");
  }
  return {};
}

Ink SeverityInk(Finding::Effect effect) {
  switch (effect) {
    case Finding::Effect::kReject: return Ink::kRed;
    case Finding::Effect::kQuestion: return Ink::kYellow;
    case Finding::Effect::kNote: return Ink::kBlue;
  }
  return Ink::kPlain;
}

std::string TruthWord(const Value& value, Lang lang) {
  if (value.is_unknown()) return Message(lang, "report.unknown");
  return value.is_true() ? Message(lang, "report.true")
                         : Message(lang, "report.false");
}

std::string CauseWords(const Value& value, Lang lang) {
  std::string out;
  if (!value.is_unknown()) return out;
  AddCause(value, kMissing, Message(lang, "report.cause-missing"), &out);
  AddCause(value, kUnclear, Message(lang, "report.cause-unclear"), &out);
  AddCause(value, kQuestion, Message(lang, "report.cause-question"), &out);
  AddCause(value, kError, Message(lang, "report.cause-error"), &out);
  return out;
}

std::string CauseWords(const Reason& reason, Lang lang) {
  const bool lacks_figure =
      reason.value.is_unknown() && !reason.evidence.empty() &&
      std::ranges::none_of(reason.evidence, &std::string::empty,
                           &Evidence::lacks);
  return lacks_figure ? Message(lang, "report.cause-figure")
                      : CauseWords(reason.value, lang);
}

std::string FieldTitle(std::string_view name, const Voice& voice) {
  const Field* field = FindField(voice.program, name);
  if (field == nullptr || field->title.In(voice.lang).empty()) {
    return Printable(name);
  }
  return Printable(field->title.In(voice.lang));
}

std::string GroupTitle(std::string_view group, const Voice& voice) {
  if (group.empty()) return Message(voice.lang, "report.no-group");
  std::string out = Printable(group);
  const FieldIndex index = voice.program.layout.group;
  if (index == kNoField) return out;
  const Field& field = voice.program.layout[index];
  const std::string title = ChoiceTitle(field, group, voice.lang);
  return title.empty() ? Printable(WrittenWords(field, group, voice.lang))
                       : out + " " + Printable(title);
}

std::string RecordName(const Decision& decision) {
  return RecordName(decision.group, decision.id);
}

std::string RecordName(const std::string& group, const std::string& id) {
  return Printable(group + (group.empty() || id.empty() ? "" : "/") + id);
}

std::string OtherWords(const OtherRecord& other, Lang lang, bool shows_values) {
  std::string place = PlaceText(other.file, other.location);
  if (!shows_values || other.id.empty()) return place;
  return Message(lang, "report.other-record",
                 {RecordName(other.group, other.id), place});
}

std::string SeeOther(const OtherRecord& other, Lang lang, bool shows_values) {
  return Message(lang, "report.see-other",
                 {OtherWords(other, lang, shows_values)});
}

std::string FindingWords(const Finding& finding, Lang lang) {
  const std::string words = Spelled(finding.message.In(lang));
  return finding.other ? words + " " + SeeOther(*finding.other, lang) : words;
}

std::string AmountUnit(const Voice& voice) {
  const FieldIndex amount = voice.program.layout.amount;
  return amount == kNoField ? std::string()
                            : voice.program.layout[amount].unit.In(voice.lang);
}

bool HasAmounts(const Voice& voice) {
  return voice.program.layout.amount != kNoField;
}

std::string AmountWords(const std::optional<std::int64_t>& amount,
                        const Voice& voice) {
  if (!HasAmounts(voice)) return {};
  if (!amount) return Message(voice.lang, "report.no-amount");
  const std::string unit = AmountUnit(voice);
  std::string out = GroupedNumber(voice.lang, *amount);
  return unit.empty() ? out : out + " (" + unit + ")";
}

std::string TermWords(const Evidence& evidence, const Voice& voice) {
  std::string_view compared = evidence.compared;
  std::string context;
  const std::size_t bracket = compared.rfind(" (");
  if (bracket != std::string_view::npos && compared.ends_with(')')) {
    context =
        ContextWord(compared.substr(bracket + 2, compared.size() - bracket - 3),
                    voice.lang);
    compared = compared.substr(0, bracket);
  }
  std::string out;
  for (std::size_t begin = 0; begin <= compared.size();) {
    const std::size_t plus =
        std::min(compared.find(" + ", begin), compared.size());
    const std::string title =
        TermTitle(compared.substr(begin, plus - begin), voice);
    // One part that is no term: not terms at all.
    if (title.empty()) return {};
    if (!out.empty()) out += " + ";
    out += title;
    begin = plus + 3;
  }
  if (!context.empty()) out += " (" + context + ")";
  return Printable(out);
}

std::string ComparedWords(const Evidence& evidence, const Voice& voice) {
  // The pattern itself is for who reads the rule.
  if (FitsPattern(evidence, voice.program)) {
    return Message(voice.lang, evidence.value.is_false()
                                   ? MessageKey("value.fits-no-pattern")
                                   : MessageKey("value.fits-pattern"));
  }
  if (evidence.compared == evidence.condition) {
    return Printable(evidence.condition);
  }
  const std::string terms = TermWords(evidence, voice);
  return terms.empty() ? OperandOf(evidence, voice) : terms;
}

std::string FoundWords(const Evidence& evidence, const Voice& voice) {
  const Field* field = FindField(voice.program, evidence.field);
  const std::string words =
      field == nullptr ? evidence.found
                       : WrittenWords(*field, evidence.found, voice.lang);
  return Shorten(Printable(words), kFoundShown);
}

std::string CanonicalWords(std::string_view field, std::string_view value,
                           std::size_t most, const Voice& voice) {
  constexpr std::string_view kUnread = "unread:";
  if (value == "missing") return Message(voice.lang, "review.no-answer");
  const bool unread = value.starts_with(kUnread);
  if (unread) value.remove_prefix(kUnread.size());
  const std::string words =
      Shorten(Printable(LiteralWords(FindField(voice.program, field), value,
                                     voice.lang)),
              most);
  return unread ? Message(voice.lang, "value.unreadable", {words}) : words;
}

std::string RecordTitle(const Decision& decision, const Voice& voice) {
  const FieldIndex title = voice.program.layout.title;
  if (title == kNoField) return decision.title;
  return WrittenWords(voice.program.layout[title], decision.title, voice.lang);
}

namespace {

// With the codes of the rules that the answer is one to; facts have none.
std::string YesOrNo(const Question& question, const Outcome& outcome,
                    const Voice& voice) {
  const bool yes = outcome.answer == "true";
  const CompiledRule& asked = voice.program.rules[question.rule];
  if (question.also.empty() && asked.code == asked.id) {
    return Message(voice.lang,
                   yes ? MessageKey("value.yes") : MessageKey("value.no"));
  }
  std::string marks = RuleMark(asked);
  for (const std::uint32_t rule : question.also) {
    marks += ", " + RuleMark(voice.program.rules[rule]);
  }
  if (question.also.empty()) {
    return Message(voice.lang,
                   yes ? MessageKey("report.rule-holds")
                       : MessageKey("report.rule-holds-not"),
                   {marks});
  }
  return Message(voice.lang,
                 yes ? MessageKey("report.rules-hold")
                     : MessageKey("report.rules-hold-not"),
                 {marks});
}

}  // namespace

std::string AnswerWords(const Question& question, const Outcome& outcome,
                        const Voice& voice) {
  if (question.field.empty()) return YesOrNo(question, outcome, voice);
  const Field* field = FindField(voice.program, question.field);
  if (question.rule == kNoIndex) {
    return UngroupedNumber(voice.lang, outcome.answer);
  }
  if (outcome.answer == "*") return Message(voice.lang, "report.any-answer");
  if (field == nullptr) return Printable(outcome.answer);
  if (field->type == FieldType::kBool) {
    // The question may ask for its contrary: "yes (Open to all)".
    return Printable(WrittenWords(*field, outcome.answer, voice.lang)) + " (" +
           FieldTitle(question.field, voice) + ")";
  }
  const std::string answer =
      field->type == FieldType::kText
          ? Printable(outcome.answer)
          : RangeWords(*field, outcome.answer, voice.lang);
  const std::string title = ChoiceTitle(*field, outcome.answer, voice.lang);
  return title.empty() ? answer : answer + " (" + Printable(title) + ")";
}

std::string SheetName(std::string_view sheet) {
  const bool plain = std::ranges::all_of(sheet, [](char c) {
    return c == '_' || IsDigit(c) || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
  if (plain) return Printable(sheet);
  std::string quoted = "'";
  for (const char c : sheet) quoted.append(c == '\'' ? 2 : 1, c);
  return Printable(quoted + "'");
}

bool HasCaret(const Location& location) {
  const bool is_table = !location.heading.empty() || !location.cell.empty();
  return !is_table || !location.line.empty();
}

std::string RowPlace(const Decision& decision) {
  std::string line = std::to_string(decision.line);
  if (decision.sheet.empty()) return line;
  return SheetName(decision.sheet) + "!" + line + ":" + line;
}

std::string RecordPlace(const Decision& decision) {
  return Printable(decision.file) + (decision.sheet.empty() ? ":" : ": ") +
         RowPlace(decision);
}

std::string PlaceInFile(const Location& location) {
  if (location.cell.empty()) {
    return std::to_string(location.place.line) + ":" +
           std::to_string(location.place.column);
  }
  if (location.sheet.empty()) return location.cell;
  return SheetName(location.sheet) + "!" + location.cell;
}

std::string PlaceHeading(const Location& location) {
  constexpr std::size_t kLongest = 60;
  return Shorten(Printable(location.heading), kLongest);
}

std::string PlaceText(std::string_view file, const Location& location) {
  std::string text = Printable(file) + (location.cell.empty() ? ":" : ": ") +
                     PlaceInFile(location);
  if (location.heading.empty()) return text;
  return text + " (" + PlaceHeading(location) + ")";
}

const std::string& RuleMark(const CompiledRule& rule) {
  return rule.code.empty() ? rule.id : rule.code;
}

std::string RulePlace(const CompiledRule& rule, const Program& program) {
  if (rule.file == kNoIndex) return {};
  return Printable(program.files[rule.file]->path()) + ":" +
         std::to_string(rule.place.line);
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/caret.h"
#include "engine/base/messages.h"
#include "engine/decide/decision.h"
#include "engine/evaluate/program.h"
#include "engine/report/style.h"

/// The small words that reports and explanations share. Everything that comes
/// from a submission is made printable here.
namespace sigte {

/// How one text is to be written, and of which program it speaks.
struct Voice {
  const Program& program;
  Lang lang = Lang::kDa;
  bool color = false;
  std::size_t width = 100;
  /// Shown of a source line, the gutter and blanks before it not counted.
  std::size_t line_columns = kUsualLineColumns;
  /// Whether what no field holds is told as the rules write it ("size(x) > 2"),
  /// beside the message of a rule that holds.
  bool expressions = true;

  std::string Ink(std::string_view text, sigte::Ink ink) const {
    return Inked(text, ink, color);
  }
};

/// "medtaget", "udeladt" …
std::string VerdictWord(Verdict verdict, Lang lang);
/// "4 ugyldige": so many records with the verdict.
std::string VerdictCount(Verdict verdict, std::int64_t records, Lang lang);
Ink VerdictInk(Verdict verdict);

/// How a finding about a record with that verdict is told. A question stands in
/// the way of a record that may still be included, and of no other: what a
/// ruling answered, or what is left out whatever the answer, is good to know.
Finding::Effect EffectTold(const Finding& finding, Verdict verdict);
/// "error", "warning", "note"
std::string SeverityWord(Finding::Effect effect, Lang lang);
Ink SeverityInk(Finding::Effect effect);

/// "sand", "falsk", "uafklaret"
std::string TruthWord(const Value& value, Lang lang);

/// The causes of an unknown value: "intet svar, uklart"; empty of others.
std::string CauseWords(const Value& value, Lang lang);
/// The same of a reason, which may lack nothing but a figure of the rules.
std::string CauseWords(const Reason& reason, Lang lang);

/// What is said of a rule that holds: with values of the record where the
/// rule's message fills them in.
inline const LocalText& MessageOf(const Reason& reason,
                                  const Program& program) {
  return reason.message.empty() ? program.rules[reason.rule].message
                                : reason.message;
}

/// What people call field `name`; the name where the layout has no title.
std::string FieldTitle(std::string_view name, const Voice& voice);

/// "751 Aarhus"; the words for none where `group` is empty.
std::string GroupTitle(std::string_view group, const Voice& voice);

/// "751/14", or what of it is known.
std::string RecordName(const Decision& decision);
std::string RecordName(const std::string& group, const std::string& id);

/// Another record as a finding names it: "751/14 (a.json:3:5)"; the place alone
/// where it has no name, or values are not to be shown.
std::string OtherWords(const OtherRecord& other, Lang lang,
                       bool shows_values = true);
/// The same as a sentence.
std::string SeeOther(const OtherRecord& other, Lang lang,
                     bool shows_values = true);

/// What a finding says, and which other record it speaks of; made printable.
std::string FindingWords(const Finding& finding, Lang lang);

/// Whether the ruleset's records have an amount to be told and added up.
bool HasAmounts(const Voice& voice);

/// "450 (1.000 kr.)"; the words for none where it is unknown. Empty where the
/// ruleset has no amounts.
std::string AmountWords(const std::optional<std::int64_t>& amount,
                        const Voice& voice);
/// The unit of amounts; empty where there is none.
std::string AmountUnit(const Voice& voice);

/// The terms that evidence was compared with, by their titles; empty where it
/// was compared with something else.
std::string TermWords(const Evidence& evidence, const Voice& voice);

/// What evidence was compared with, in words.
std::string ComparedWords(const Evidence& evidence, const Voice& voice);

/// What evidence rests on, cut where it is long: a value in words, the words of
/// a text as they stand.
std::string FoundWords(const Evidence& evidence, const Voice& voice);

/// A value of `field` as evidence lists it (CanonicalValue of
/// decide/rule_evidence.h), at most `most` letters of it.
std::string CanonicalWords(std::string_view field, std::string_view value,
                           std::size_t most, const Voice& voice);

/// What people call the record; empty where the ruleset has no such field, or
/// nothing stands there. Not made printable.
std::string RecordTitle(const Decision& decision, const Voice& voice);

/// An answer to `question` as people read it.
std::string AnswerWords(const Question& question, const Outcome& outcome,
                        const Voice& voice);

/// The rule's code, or its id where it has none.
const std::string& RuleMark(const CompiledRule& rule);

/// "rules/exclusions.yaml:41"; empty where the rule stands in no file.
std::string RulePlace(const CompiledRule& rule, const Program& program);

/// "a.json:3:17", "a.csv:3:17 (heading)", "a.xlsx: Sheet!B7 (heading)"
std::string PlaceText(std::string_view file, const Location& location);

/// The place alone: "3:17", "Sheet!B7"
std::string PlaceInFile(const Location& location);
/// The heading that it stands under, in few words; may be empty.
std::string PlaceHeading(const Location& location);

/// Where a record begins: "a.json:3"; a sheet's row as spreadsheets write it:
/// "a.xlsx: Sheet!7:7".
std::string RecordPlace(const Decision& decision);
/// The same without the file: "3", "Sheet!7:7".
std::string RowPlace(const Decision& decision);

/// Whether there is a line to show: not in a table's blank cell.
bool HasCaret(const Location& location);

/// A sheet's name as it stands before "!": quoted where it has to be.
std::string SheetName(std::string_view sheet);

}  // namespace sigte

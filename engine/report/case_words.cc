// SPDX-License-Identifier: MPL-2.0

// Signs, words and names that replies have in common.

#include "engine/base/text_edits.h"
#include "engine/base/utf8.h"
#include "engine/report/cases.h"
#include "engine/report/workbook_text.h"

namespace sigte {

std::string Stopped(std::string text) {
  constexpr std::string_view kEnds = ".?!:";
  if (!text.empty() && kEnds.find(text.back()) == kEnds.npos) text += '.';
  return text;
}

std::string Sentence(const std::string& text) {
  return Stopped(Capitalized(text));
}

std::string KindSign(CaseItem::Kind kind) {
  switch (kind) {
    case CaseItem::Kind::kError: return "\u2716";  // heavy cross
    case CaseItem::Kind::kQuestion: return "?";
    case CaseItem::Kind::kWarning: return "!";
    case CaseItem::Kind::kRemark: return "i";
    case CaseItem::Kind::kLeftOut: return "\u2013";  // en dash
    case CaseItem::Kind::kTakenIn: return "\u2714";  // heavy tick
  }
  return {};
}

std::string KindWord(CaseItem::Kind kind, Lang lang) {
  switch (kind) {
    case CaseItem::Kind::kError: return Message(lang, "issue.error");
    case CaseItem::Kind::kQuestion: return Message(lang, "case.question");
    case CaseItem::Kind::kWarning: return Message(lang, "issue.warning");
    case CaseItem::Kind::kRemark: return Message(lang, "issue.note");
    case CaseItem::Kind::kLeftOut:
    case CaseItem::Kind::kTakenIn: return Message(lang, "case.reason");
  }
  return {};
}

std::string VerdictSign(Verdict verdict) {
  switch (verdict) {
    case Verdict::kInclude: return KindSign(CaseItem::Kind::kTakenIn);
    case Verdict::kExclude: return KindSign(CaseItem::Kind::kLeftOut);
    case Verdict::kBorderline: return KindSign(CaseItem::Kind::kQuestion);
    case Verdict::kInvalid: return KindSign(CaseItem::Kind::kError);
  }
  return {};
}

std::string ItemWords(const CaseItem& item) {
  const bool repeats = item.what.find(item.cause) != std::string::npos;
  return repeats ? item.what : item.cause + ": " + item.what;
}

void AddFiles(const Case& told, FileNames* names) {
  names->Add(told.file);
  for (const CaseItem& item : told.items) AddFiles(item, names);
}

void AddFiles(const CaseItem& item, FileNames* names) {
  for (const OtherRecord& other : item.other) names->Add(other.file);
}

void NameFiles(const FileNames& names, Lang lang, Case* told) {
  told->file = names.Of(told->file);
  for (CaseItem& item : told->items) NameOther(names, lang, &item);
}

void NameOther(const FileNames& names, Lang lang, CaseItem* item) {
  for (OtherRecord& other : item->other) {
    other.file = names.Of(other.file);
    other.id = AsName(other.id);
    item->what.insert(item->other_at, " " + SeeOther(other, lang));
  }
  item->other.clear();
}

std::string AsName(std::string_view text) {
  constexpr std::size_t kLongest = 100;
  return ShortenAtWord(text, kLongest);
}

std::string CaseName(const Case& told, Lang lang) {
  std::string name = AsName(RecordName(told.group, told.id));
  if (name.empty()) name = Message(lang, "report.no-id");
  return told.title.empty() ? name
                            : name + "  " + AsName(Printable(told.title));
}

}  // namespace sigte

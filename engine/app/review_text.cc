// SPDX-License-Identifier: MPL-2.0

// One question as a person reads it.

#include "engine/app/review_queue.h"
#include "engine/base/numbers.h"
#include "engine/base/utf8.h"
#include "engine/report/explain.h"
#include "engine/report/ruling_blocks.h"
#include "engine/report/style.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

constexpr std::size_t kShown = 200;  // letters of a value

std::string ReadsText(const CaseFile& file, const Voice& voice) {
  std::string out =
      "\n" + voice.Ink(Message(voice.lang, "review.reads"), Ink::kBold) + "\n";
  for (const auto& [field, value] : file.reads) {
    out += Wrapped(FieldTitle(field, voice) + ": " +
                       CanonicalWords(field, value, kShown, voice),
                   2, voice.width);
  }
  return out;
}

std::string QuestionLines(const ReviewItem& item, const Voice& voice) {
  const auto leads = [&](MessageKey key, Verdict verdict) {
    return "      " +
           Message(voice.lang, key,
                   {voice.Ink(VerdictWord(verdict, voice.lang),
                              VerdictInk(verdict))}) +
           "\n";
  };
  const LocalText question = QuestionText(item, voice.program);
  const CompiledRule& rule = voice.program.rules[item.file->rule];
  const bool check = rule.kind == CompiledKind::kReject ||
                     rule.kind == CompiledKind::kQuestion;
  return "\n" +
         Wrapped(voice.Ink(RuleMark(rule), Ink::kBold) + " " +
                     rule.title.In(voice.lang),
                 0, voice.width) +
         Wrapped("? " + Printable(question.In(voice.lang)), 2, voice.width) +
         leads(check ? MessageKey("review.check-yes")
                     : MessageKey("review.yes-leads"),
               item.file->if_true) +
         leads(check ? MessageKey("review.check-no")
                     : MessageKey("review.no-leads"),
               item.file->if_false);
}

std::string PrecedentLine(const CaseFile& file, std::uint32_t index,
                          const ReviewQueue& queue, const RulingBook& book,
                          const Voice& voice) {
  const Ruling& ruling = book.rulings()[index];
  const RulingWords& words = voice.program.ruling_words;
  std::string out =
      Wrapped(Message(voice.lang, "ruling.precedent",
                      {voice.Ink(Printable(ruling.id), Ink::kBold),
                       TruthWord(Value::Bool(ruling.answer), voice.lang),
                       TitleOf(words.bodies, ruling.by.body), ruling.by.date,
                       TitleOf(words.reasons, ruling.reason)}),
              2, voice.width);
  out += Wrapped(Printable(ruling.text), 6, voice.width);
  const CaseFile* known = queue.CaseOf(index);
  if (known == nullptr) {
    return out + Wrapped(Message(voice.lang, "ruling.unknown-likeness"), 6,
                         voice.width);
  }
  const Likeness likeness = LikenessOf(file, *known);
  return out +
         Wrapped(Message(voice.lang, "ruling.likeness",
                         {CountText(likeness.found), CountText(likeness.reads),
                          CountText(likeness.choices)}),
                 6, voice.width);
}

}  // namespace

std::string PrecedentLines(const CaseFile& file, const ReviewQueue& queue,
                           const RulingBook& book, const Program& program,
                           Lang lang, bool color, std::size_t width) {
  const Voice voice{program, lang, color, width};
  std::string out;
  for (const std::uint32_t index : queue.PrecedentsOf(file)) {
    out += PrecedentLine(file, index, queue, book, voice);
  }
  if (out.empty()) return out;
  return "\n" + voice.Ink(Message(lang, "ruling.precedents"), Ink::kBold) +
         " (" + RuleMark(program.rules[file.rule]) + ")\n" + out;
}

std::string CaseText(const ReviewItem& item, const ReviewQueue& queue,
                     const RulingBook& book, const Program& program, Lang lang,
                     bool color, std::size_t width) {
  const Voice voice{program, lang, color, width};
  Decision shown = *item.decision;
  if (item.proposal == kNoIndex) {
    std::erase_if(shown.rulings, [](const RulingNote& note) {
      return note.state == RulingState::kProposed;
    });
  }
  return ExplainDecision(shown, program, lang, color, width, kUsualLimit,
                         kUsualLineColumns, false) +
         ReadsText(*item.file, voice) +
         PrecedentLines(*item.file, queue, book, program, lang, color, width) +
         QuestionLines(item, voice);
}

}  // namespace sigte

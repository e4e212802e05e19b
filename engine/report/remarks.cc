// SPDX-License-Identifier: MPL-2.0

// Decisions, findings and rulings as single remarks.

#include "engine/report/remarks.h"

#include <algorithm>
#include <utility>

#include "engine/base/digest.h"
#include "engine/base/utf8.h"
#include "engine/report/ruling_blocks.h"

namespace sigte {
namespace {

using Grade = Remark::Grade;

Grade GradeOf(Finding::Effect effect) {
  switch (effect) {
    case Finding::Effect::kReject: return Grade::kError;
    case Finding::Effect::kQuestion: return Grade::kWarning;
    case Finding::Effect::kNote: return Grade::kNote;
  }
  return Grade::kNote;
}

// Whether the value of `rule` is worked out from that of `fact`.
bool RestsOn(const Program& program, std::uint32_t rule, std::uint32_t fact) {
  const std::uint32_t sought = program.rules[fact].value;
  std::vector<std::uint8_t> seen(program.code.size());
  std::vector<std::uint32_t> open = {program.rules[rule].value};
  while (!open.empty()) {
    const std::uint32_t index = open.back();
    open.pop_back();
    if (index == sought) return true;
    if (std::exchange(seen[index], 1) != 0) continue;
    const Instruction& at = program.code[index];
    const std::uint32_t* const first =
        program.operands.data() + at.first_operand;
    open.insert(open.end(), first, first + at.operand_count);
    if (IsQuantifier(at.op)) open.push_back(at.b);
  }
  return false;
}

class Remarker {
 public:
  Remarker(const Decision& decision, const RemarkContext& context)
      : decision_(decision),
        context_(context),
        lang_(context.options.lang),
        shown_(context.options.show_values) {}

  std::vector<Remark> All() {
    for (const Finding& finding : decision_.findings) AddFinding(finding);
    if (decision_.verdict == Verdict::kBorderline) AddOpen();
    if (decision_.verdict == Verdict::kExclude) AddLeftOut();
    AddRulings();
    AddVerdictAlone();
    for (Remark& remark : remarks_) {
      AddFingerprint(&remark);
      if (shown_ && remark.location != nullptr) {
        remark.heading = PlaceHeading(*remark.location);
      }
    }
    std::ranges::stable_sort(remarks_, {}, &Remark::grade);
    return std::move(remarks_);
  }

  static void AddFingerprint(Remark* remark, const std::string& identity) {
    std::string all = identity;
    for (const std::string& part :
         {remark->code, remark->slug, remark->field, remark->said}) {
      all += part;
      all += '\0';
    }
    for (const Evidence* evidence : remark->evidence) {
      all += evidence->field + '\0' + evidence->found + '\0';
    }
    remark->fingerprint = Sha256Hex(all).substr(0, kFingerprint);
  }

 private:
  Remark Bare(Grade grade) const {
    Remark remark = RemarkAt(decision_, grade);
    if (shown_) remark.record = OneLine(RecordName(decision_));
    return remark;
  }

  Remark OfRule(std::uint32_t index, Grade grade) const {
    const CompiledRule& rule = context_.program.rules[index];
    Remark remark = Bare(grade);
    remark.rule = index;
    remark.code = RuleMark(rule);
    remark.slug = rule.id;
    remark.message = OneLine(rule.title.In(lang_));
    remark.help = OneLine(rule.help.In(lang_));
    return remark;
  }

  // A number does not name the record, where its line is all that is known.
  void AddFingerprint(Remark* remark) const {
    std::string identity = decision_.group + '\0' + decision_.id + '\0';
    if (decision_.id.empty() && remark->location != nullptr) {
      identity += remark->location->line;
    }
    AddFingerprint(remark, identity);
  }

  void AddFinding(const Finding& finding) {
    Remark remark = RemarkOf(finding, decision_.file, context_);
    remark.grade = GradeOf(EffectTold(finding, decision_.verdict));
    remark.line = decision_.line;
    remark.sheet = decision_.sheet;
    remark.of_file = finding.of_file;
    if (shown_) remark.record = OneLine(RecordName(decision_));
    // It is what holds the record open.
    const bool holds_open = decision_.verdict == Verdict::kBorderline &&
                            remark.grade == Grade::kWarning;
    if (holds_open) remark.grade = Grade::kReview;
    remarks_.push_back(std::move(remark));
  }

  void AddEvidence(const Reason* reason, Remark* remark) const {
    if (reason == nullptr) return;
    for (const Evidence& evidence : reason->evidence) {
      remark->evidence.push_back(&evidence);
      if (remark->location == nullptr && evidence.location) {
        remark->location = &*evidence.location;
        remark->field = evidence.field;
      }
    }
  }

  const Reason* ReasonOf(std::uint32_t rule) const {
    const auto it = std::ranges::find(decision_.reasons, rule, &Reason::rule);
    return it == decision_.reasons.end() ? nullptr : &*it;
  }

  // The reason that is open because the fact is; null: none rests on it.
  const Reason* ReasonFrom(std::uint32_t fact) const {
    if (fact == kNoIndex) return nullptr;
    const auto it =
        std::ranges::find_if(decision_.reasons, [&](const Reason& reason) {
          return reason.value.is_unknown() &&
                 RestsOn(context_.program, reason.rule, fact);
        });
    return it == decision_.reasons.end() ? nullptr : &*it;
  }

  // A check that asks stands among the findings and the questions alike.
  bool IsFound(const Question& question) const {
    return std::ranges::any_of(decision_.findings, [&](const Finding& finding) {
      if (finding.rule != question.rule) return false;
      return finding.rule != kNoIndex ||
             (finding.code == question.code && finding.field == question.field);
    });
  }

  void AddOpen() {
    const std::size_t before = remarks_.size();
    for (const Question& question : decision_.questions) {
      if (!IsFound(question)) AddQuestion(question);
    }
    if (remarks_.size() > before || !decision_.questions.empty()) return;
    for (const Reason& reason : decision_.reasons) {
      if (!reason.value.is_unknown()) continue;
      Remark remark = OfRule(reason.rule, Grade::kReview);
      remark.message = Message(lang_, "case.undecided",
                               {remark.message, CauseWords(reason, lang_)});
      AddEvidence(&reason, &remark);
      remark.lacks_fact = LacksFact(reason.value);
      remarks_.push_back(std::move(remark));
    }
  }

  static bool LacksFact(const Value& value) {
    return (value.causes() & kMissing) != 0 && (value.causes() & kUnclear) == 0;
  }

  void AddQuestion(const Question& question) {
    Remark remark = Bare(Grade::kReview);
    const Reason* reason = nullptr;
    if (question.rule != kNoIndex) {
      remark = OfRule(question.rule, Grade::kReview);
      reason = ReasonOf(question.rule);
    } else {
      remark.code = question.code;
      remark.slug = question.slug;
    }
    const std::string text =
        shown_ ? question.text.In(lang_) : context_.hidden->Of(question);
    if (!text.empty()) remark.message = OneLine(text);
    if (reason == nullptr) reason = ReasonFrom(question.rule);
    AddEvidence(reason, &remark);
    remark.lacks_fact = !question.field.empty() ||
                        (reason != nullptr && LacksFact(reason->value));
    if (!question.field.empty()) {
      remark.field = question.field;
      remark.help = Message(lang_, "case.answer-in",
                            {FieldTitle(question.field, context_.voice())});
    }
    remarks_.push_back(std::move(remark));
  }

  void AddLeftOut() {
    const std::size_t before = remarks_.size();
    for (const Reason& reason : decision_.reasons) {
      const CompiledRule& rule = context_.program.rules[reason.rule];
      if (!reason.value.is_true() || rule.kind != CompiledKind::kExclusion) {
        continue;
      }
      Remark remark = OfRule(reason.rule, Grade::kLeftOut);
      const std::string text =
          shown_ ? MessageOf(reason, context_.program).In(lang_)
                 : context_.hidden->Of(reason);
      if (!text.empty()) remark.message = OneLine(text);
      AddEvidence(&reason, &remark);
      remarks_.push_back(std::move(remark));
    }
    if (remarks_.size() > before) return;
    Remark remark = Bare(Grade::kLeftOut);
    remark.code = remark.slug = VerdictName(Verdict::kExclude);
    remark.message = Message(lang_, "report.nothing-includes");
    if (!decision_.reasons.empty()) {
      AddEvidence(&decision_.reasons.front(), &remark);
    }
    remarks_.push_back(std::move(remark));
  }

  // Rulings join what they are about. One that decides has silenced it: then
  // the question is told as settled.
  void AddRulings() {
    for (const RulingNote& note : decision_.rulings) {
      if (note.rule == kNoIndex) continue;
      const auto about = std::ranges::find(remarks_, note.rule, &Remark::rule);
      if (about != remarks_.end()) {
        about->rulings.push_back(&note);
      } else if (Decides(note.state)) {
        Remark remark = OfRule(note.rule, Grade::kSettled);
        AddEvidence(ReasonOf(note.rule), &remark);
        remark.rulings.push_back(&note);
        remarks_.push_back(std::move(remark));
      }
    }
  }

  // Nothing that needs somebody goes unmentioned.
  void AddVerdictAlone() {
    const bool needs = decision_.verdict == Verdict::kInvalid ||
                       decision_.verdict == Verdict::kBorderline;
    const bool told = std::ranges::any_of(remarks_, [](const Remark& remark) {
      return remark.grade <= Grade::kWarning;
    });
    if (!needs || told) return;
    Remark remark =
        Bare(decision_.verdict == Verdict::kInvalid ? Grade::kError
                                                    : Grade::kReview);
    remark.code = remark.slug = VerdictName(decision_.verdict);
    remark.message = VerdictWord(decision_.verdict, lang_);
    remarks_.push_back(std::move(remark));
  }

  const Decision& decision_;
  const RemarkContext& context_;
  Lang lang_;
  bool shown_;
  std::vector<Remark> remarks_;
};

}  // namespace

std::vector<Remark> RemarksOf(const Decision& decision,
                              const RemarkContext& context) {
  return Remarker(decision, context).All();
}

Remark RemarkAt(const Decision& decision, Remark::Grade grade) {
  Remark remark;
  remark.grade = grade;
  remark.file = OneLine(decision.file);
  remark.line = decision.line;
  remark.sheet = decision.sheet;
  return remark;
}

Remark RemarkOf(const Finding& finding, const std::string& file,
                const RemarkContext& context) {
  const Lang lang = context.options.lang;
  Remark remark;
  remark.grade = GradeOf(finding.effect);
  remark.rule = finding.rule;
  remark.code = finding.code.empty() ? finding.slug : finding.code;
  remark.slug = finding.slug;
  remark.field = OneLine(finding.field);
  remark.said = finding.message.In(Lang::kDa);
  std::string name = file;
  context.program.redaction.Apply(&name);
  remark.file = OneLine(name);
  if (context.hidden == nullptr) {
    remark.message = OneLine(FindingWords(finding, lang));
    remark.help = OneLine(finding.help.In(lang));
    if (finding.location) remark.heading = PlaceHeading(*finding.location);
  } else {
    remark.message = OneLine(context.hidden->Of(finding, name));
    if (finding.other) {
      remark.message += " " + SeeOther(*finding.other, lang, false);
    }
    if (context.program.layout.Find(finding.field) == kNoField) {
      remark.field.clear();  // one that the submitter made up
    }
  }
  if (finding.location) remark.location = &*finding.location;
  if (finding.other) remark.other = &*finding.other;
  Remarker::AddFingerprint(&remark, remark.file + '\0');
  return remark;
}

}  // namespace sigte

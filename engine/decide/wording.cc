// SPDX-License-Identifier: MPL-2.0

// Values in the rules' texts, and private numbers out of everything.

#include "engine/decide/wording.h"

#include <algorithm>
#include <string_view>

#include "engine/base/messages.h"
#include "engine/record/value_words.h"

namespace sigte {
namespace {

bool NamesField(const LocalText& text) {
  return std::ranges::any_of(text.in, [](const std::string& words) {
    return words.find('{') != std::string::npos;
  });
}

bool Hides(const Redaction& redaction, const LocalText& text) {
  return std::ranges::any_of(text.in, [&](const std::string& words) {
    return redaction.HidesIn(words);
  });
}

// Null and blank are no answer; a marker ("-", "unknown") is what was written.
bool IsWritten(const Record& record, FieldIndex field) {
  const NodeIndex node = record[field].node;
  if (node == kNoNode) return false;
  if ((*record.document())[node].kind == NodeKind::kNull) return false;
  return record.Written(field).find_first_not_of(" \t\r\n") !=
         std::string_view::npos;
}

// Private numbers are hidden before the language's marks stand in them.
std::string ValueText(const Record& record, FieldIndex field,
                      const Redaction& hidden, Lang lang) {
  const Value& value = record[field].value;
  if (!IsWritten(record, field)) return Message(lang, "decide.not-stated");
  std::string written =
      value.is_number() ? ToString(value) : std::string(record.Written(field));
  hidden.Apply(&written);
  return WrittenWords(record.layout()[field], written, lang);
}

std::string Filled(const Record& record, std::string_view text,
                   const Redaction& hidden, Lang lang) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = text.find('{'); at != text.npos;
       at = text.find('{', at)) {
    const std::size_t end = text.find('}', at);
    if (end == text.npos) break;
    const FieldIndex field =
        record.layout().Find(text.substr(at + 1, end - at - 1));
    if (field == kNoField) {
      ++at;
      continue;
    }
    out += text.substr(done, at - done);
    out += ValueText(record, field, hidden, lang);
    done = at = end + 1;
  }
  out += text.substr(done);
  return out;
}

}  // namespace

Wording::Wording(const Program& program) : program_(program) {
  has_places_.reserve(program.rules.size());
  may_hide_.reserve(program.rules.size());
  for (const CompiledRule& rule : program.rules) {
    bool names_field = false;
    bool hides = false;
    for (const LocalText* text :
         {&rule.message, &rule.ask, &rule.help, &rule.title}) {
      names_field |= NamesField(*text);
      hides |= Hides(program.redaction, *text);
    }
    has_places_.push_back(names_field);
    may_hide_.push_back(names_field || hides);
  }
}

void Wording::Finish(const Record& record, Decision* decision) const {
  const bool readable = record.document() != nullptr;
  for (Reason& reason : decision->reasons) {
    for (std::string& words : reason.message.in) words.clear();
    if (!readable || !has_places_[reason.rule]) continue;
    reason.message = program_.rules[reason.rule].message;
    Fill(record, &reason.message);
  }
  for (Question& question : decision->questions) {
    if (question.rule == kNoIndex) continue;
    if (readable && has_places_[question.asker]) Fill(record, &question.text);
  }
  for (Finding& finding : decision->findings) {
    if (!readable || finding.rule == kNoIndex) continue;
    if (!has_places_[finding.rule]) continue;
    Fill(record, &finding.message);
    Fill(record, &finding.help);
  }
  if (!program_.redaction.empty()) Hide(decision);
}

void Wording::Fill(const Record& record, LocalText* text) const {
  for (const Lang lang : {Lang::kDa, Lang::kEn}) {
    std::string& words = text->in[static_cast<std::size_t>(lang)];
    if (words.find('{') != std::string::npos) {
      words = Filled(record, words, program_.redaction, lang);
    }
  }
}

void Wording::Hide(LocalText* text) const {
  for (std::string& words : text->in) program_.redaction.Apply(&words);
}

void Wording::Hide(std::optional<Location>* location) const {
  if (*location) HidePrivate(program_, &**location);
}

void Wording::Hide(OtherRecord* other) const {
  for (std::string* text :
       {&other->group, &other->id, &other->file, &other->location.sheet}) {
    program_.redaction.Apply(text);
  }
}

void Wording::Hide(Decision* decision) const {
  program_.redaction.Apply(&decision->sheet);
  if (program_.redaction.HidesIn(decision->id) ||
      program_.redaction.HidesIn(decision->group)) {
    decision->unmasked = {decision->group, decision->id};
  }
  for (std::string* text :
       {&decision->id, &decision->group, &decision->title, &decision->file}) {
    program_.redaction.Apply(text);
  }
  for (Reason& reason : decision->reasons) {
    Hide(&reason.message);
    for (Evidence& evidence : reason.evidence) {
      program_.redaction.Apply(&evidence.found);
      program_.redaction.Apply(&evidence.compared);
      program_.redaction.Apply(&evidence.lacks);
      Hide(&evidence.location);
    }
  }
  const auto may_hide = [&](std::uint32_t rule) {
    return rule == kNoIndex || may_hide_[rule];
  };
  for (Question& question : decision->questions) {
    if (may_hide(question.asker)) Hide(&question.text);
  }
  for (RulingNote& note : decision->rulings) {
    for (std::string* text : {&note.id, &note.text, &note.role, &note.file}) {
      program_.redaction.Apply(text);
    }
  }
  for (Finding& finding : decision->findings) {
    if (finding.other) Hide(&*finding.other);
    if (may_hide(finding.rule)) {
      HidePrivate(program_, &finding);
    } else {
      Hide(&finding.location);
    }
  }
}

void HidePrivate(const Program& program, Location* location) {
  program.redaction.Apply(&location->line);
  program.redaction.Apply(&location->sheet);
  program.redaction.Apply(&location->heading);
}

void HidePrivate(const Program& program, Finding* finding) {
  for (LocalText* text : {&finding->message, &finding->help}) {
    for (std::string& words : text->in) program.redaction.Apply(&words);
  }
  if (finding->location) HidePrivate(program, &*finding->location);
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

// Values in the rules' texts, and private numbers out of everything.

#include "engine/decide/wording.h"

#include <algorithm>

namespace sigte {
namespace {

bool NamesField(const LocalText& text) {
  return std::ranges::any_of(text.in, [](const std::string& words) {
    return words.find('{') != std::string::npos;
  });
}

// Whole numbers in groups of three, so that a slip of a thousand is seen.
std::string ValueText(const Record& record, FieldIndex field, Lang lang) {
  const Value& value = record[field].value;
  if (value.kind() == Kind::kInt) {
    return GroupedNumber(lang, value.int_value());
  }
  return std::string(record.Written(field));
}

std::string Filled(const Record& record, const std::string& text, Lang lang) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end =
        text[i] == '{' ? text.find('}', i) : std::string::npos;
    const FieldIndex field =
        end == std::string::npos
            ? kNoField
            : record.layout().Find(text.substr(i + 1, end - i - 1));
    if (field == kNoField) {
      out += text[i];
      continue;
    }
    out += ValueText(record, field, lang);
    i = end;
  }
  return out;
}

}  // namespace

Wording::Wording(const Program& program) : program_(program) {
  has_places_.reserve(program.rules.size());
  for (const CompiledRule& rule : program.rules) {
    has_places_.push_back(NamesField(rule.message) || NamesField(rule.ask) ||
                          NamesField(rule.help));
  }
}

void Wording::Finish(const Record& record, Decision* decision) const {
  const bool readable = record.document() != nullptr;
  for (Reason& reason : decision->reasons) {
    reason.message = {};
    if (!readable || !has_places_[reason.rule]) continue;
    reason.message = program_.rules[reason.rule].message;
    Fill(record, &reason.message);
  }
  for (Question& question : decision->questions) {
    if (question.rule == kNoIndex) continue;
    if (readable && has_places_[question.rule]) Fill(record, &question.text);
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
      words = Filled(record, words, lang);
    }
  }
}

void Wording::Hide(LocalText* text) const {
  for (std::string& words : text->in) program_.redaction.Apply(&words);
}

void Wording::Hide(std::optional<Location>* location) const {
  if (*location) HidePrivate(program_, &**location);
}

void Wording::Hide(Decision* decision) const {
  program_.redaction.Apply(&decision->sheet);
  for (std::string* text :
       {&decision->id, &decision->group, &decision->title, &decision->file}) {
    program_.redaction.Apply(text);
  }
  for (Reason& reason : decision->reasons) {
    Hide(&reason.message);
    for (Evidence& evidence : reason.evidence) {
      program_.redaction.Apply(&evidence.found);
      Hide(&evidence.location);
    }
  }
  for (Question& question : decision->questions) Hide(&question.text);
  for (RulingNote& note : decision->rulings) {
    for (std::string* text : {&note.id, &note.text, &note.role, &note.file}) {
      program_.redaction.Apply(text);
    }
  }
  for (Finding& finding : decision->findings) HidePrivate(program_, &finding);
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

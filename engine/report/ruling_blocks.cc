// SPDX-License-Identifier: MPL-2.0

#include "engine/report/ruling_blocks.h"

#include <array>

#include "engine/base/numbers.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::size_t kOneLine = 100'000;
constexpr std::array<MessageKey, kRulingStates> kCountedWords = {
    "ruling.approved", "ruling.idle",          "ruling.proposed",
    "ruling.future",   "ruling.superseded",    "ruling.expired",
    "ruling.stale",    "ruling.contradicting", "ruling.against",
    "ruling.orphaned", "ruling.elsewhere"};
constexpr std::array<MessageKey, kRulingStates> kOneWords = {
    "ruling.one-approved", "ruling.one-idle",          "ruling.one-proposed",
    "ruling.one-future",   "ruling.one-superseded",    "ruling.one-expired",
    "ruling.one-stale",    "ruling.one-contradicting", "ruling.one-against",
    "ruling.one-orphaned", "ruling.one-elsewhere"};

Ink InkOf(RulingState state) {
  if (Decides(state)) return Ink::kGreen;
  return state == RulingState::kIdle ? Ink::kPlain : Ink::kYellow;
}

std::string RuleName(const RulingNote& note, const Program& program) {
  return note.rule == kNoIndex ? std::string("?")
                               : RuleMark(program.rules[note.rule]);
}

std::string WhoLine(const RulingNote& note, const Voice& voice) {
  const auto& bodies = voice.program.ruling_words.bodies;
  std::vector<LocalText> args = {TitleOf(bodies, note.by), note.date};
  if (note.approved.empty()) return Message(voice.lang, "ruling.by", args);
  args.push_back(TitleOf(bodies, note.approved));
  return Message(voice.lang, "ruling.by-approved", args);
}

std::string TitleLine(const RulingNote& note, const Voice& voice) {
  const std::string answer = TruthWord(Value::Bool(note.answer), voice.lang);
  return Message(
      voice.lang, "ruling.title",
      {voice.Ink(Printable(note.id), Ink::kBold), RuleName(note, voice.program),
       answer,
       voice.Ink(RulingStateWords(note.state, voice.lang), InkOf(note.state))});
}

std::string ReasonLine(const RulingNote& note, const Voice& voice) {
  const LocalText reason =
      TitleOf(voice.program.ruling_words.reasons, note.reason);
  return Message(voice.lang, "ruling.words", {reason, Printable(note.text)});
}

}  // namespace

std::string RulingStateWords(RulingState state, Lang lang) {
  return Message(lang, kOneWords[static_cast<std::size_t>(state)]);
}

std::string RulingText(const RulingNote& note, const Voice& voice) {
  return TitleLine(note, voice) + "\n" + WhoLine(note, voice) + "\n" +
         ReasonLine(note, voice);
}

std::string RulingBlock(const RulingNote& note, const Voice& voice) {
  std::string out = Wrapped(TitleLine(note, voice), 2, voice.width);
  out += Wrapped(WhoLine(note, voice), 6, voice.width);
  out += Wrapped(ReasonLine(note, voice), 6, voice.width);
  return out + Wrapped(Printable(note.file) + ":" + std::to_string(note.line),
                       6, voice.width);
}

std::string RulingLine(std::string_view id, const Voice& voice) {
  if (id.empty()) return {};
  return Wrapped(
      "= " + Message(voice.lang, "ruling.named") + ": " + Printable(id), 6,
      voice.width);
}

std::string RulingCountLines(const RulingCounts& counts, Lang lang,
                             std::size_t width, bool hint) {
  if (width == 0) width = kOneLine;
  std::string out;
  if (counts.read > 0) {
    std::string parts;
    for (std::size_t i = 0; i < kRulingStates; ++i) {
      if (counts.by_state[i] == 0) continue;
      if (!parts.empty()) parts += " + ";
      parts += Message(lang, kCountedWords[i], {CountText(counts.by_state[i])});
    }
    out += Wrapped(
        Message(lang, "ruling.summary", {CountText(counts.read), parts}), 0,
        width);
    std::int64_t in_order = 0;
    for (std::size_t i = 0; i < kRulingStates; ++i) {
      const bool good = IsInOrder(static_cast<RulingState>(i));
      in_order += good ? counts.by_state[i] : 0;
    }
    if (hint && in_order < counts.read) {
      out += Wrapped(Message(lang, "ruling.see-check"), 0, width);
    }
  }
  if (counts.refused_files == 0) return out;
  return out + Wrapped(Message(lang, "ruling.refused",
                               {CountText(counts.refused_files)}),
                       0, width);
}

void WriteRulings(const Decision& decision, const Program& program,
                  JsonWriter* json) {
  if (decision.rulings.empty()) return;
  json->Key("without_rulings");
  json->String(
      VerdictName(decision.without_rulings.value_or(decision.verdict)));
  json->Key("rulings");
  json->BeginArray();
  for (const RulingNote& note : decision.rulings) {
    json->BeginObject();
    json->Key("ruling");
    json->String(note.id);
    json->Key("rule");
    if (note.rule == kNoIndex) {
      json->Null();
    } else {
      json->String(program.rules[note.rule].id);
    }
    json->Key("answer");
    json->Bool(note.answer);
    json->Key("state");
    json->String(RulingStateName(note.state));
    json->Key("reason");
    json->String(note.reason);
    json->Key("text");
    json->String(note.text);
    json->Key("by");
    json->String(note.by);
    json->Key("approved_by");
    if (note.approved.empty()) {
      json->Null();
    } else {
      json->String(note.approved);
    }
    json->Key("date");
    json->String(note.date);
    json->Key("file");
    json->String(note.file);
    json->Key("line");
    json->Int(static_cast<std::int64_t>(note.line));
    json->EndObject();
  }
  json->EndArray();
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/app/explain_code.h"

#include <algorithm>
#include <map>

#include "engine/base/explanations.h"
#include "engine/base/utf8.h"
#include "engine/report/style.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

std::string_view In(const std::array<std::string_view, 2>& texts, Lang lang) {
  return texts[static_cast<std::size_t>(lang)];
}

// The wording of a message of which no case is at hand: "…" for what it names,
// the plural for what it counts.
std::string WithGaps(std::string_view wording) {
  std::string out;
  while (!wording.empty()) {
    const std::size_t end = wording.find('}');
    const bool place = wording.size() > 2 && wording[0] == '{' &&
                       wording[1] >= '0' && wording[1] <= '9' &&
                       end != std::string_view::npos;
    if (!place) {
      out.push_back(wording.front());
      wording.remove_prefix(1);
      continue;
    }
    const std::size_t bar = wording.find('|');
    out += bar < end ? wording.substr(bar + 1, end - bar - 1) : "…";
    wording.remove_prefix(end + 1);
  }
  return out;
}

std::string_view TopicOf(std::string_view code, Lang lang) {
  for (const Topic& topic : Topics()) {
    if (code.starts_with(topic.hundred)) return In(topic.title, lang);
  }
  return code.substr(0, 2);
}

class CodePage {
 public:
  CodePage(const MessageRow& row, const ExplainStyle& style)
      : row_(row), style_(style) {}

  std::string Text() const {
    const std::string_view code = CodeOf(row_.name);
    std::string text =
        Inked(code, Ink::kBold, style_.color) + "  " +
        std::string(SlugOf(row_.name)) + " · " +
        std::string(TopicOf(code, style_.lang)) + "\n" +
        Wrapped(WithGaps(In(row_.text, style_.lang)), 2, style_.width);
    const Explanation* more = FindExplanation(code);
    if (more != nullptr) {
      text += Part("explain.why", In(more->why, style_.lang));
    }
    text += Part("explain.what-to-do", WithGaps(In(row_.help, style_.lang)));
    if (more == nullptr) return text;
    text += Part("explain.what-to-do", In(more->what_to_do, style_.lang));
    return text + Heading("explain.example") +
           Indented(In(more->example, style_.lang), 2);
  }

 private:
  std::string Heading(MessageKey key) const {
    return "\n" + Inked(Message(style_.lang, key), Ink::kBold, style_.color) +
           "\n";
  }

  std::string Part(MessageKey heading, std::string_view text) const {
    if (text.empty()) return {};
    return Heading(heading) + Wrapped(text, 2, style_.width);
  }

  const MessageRow& row_;
  const ExplainStyle& style_;
};

// "  R102  unknown key '…'": one line, cut where the terminal ends.
std::string ListLine(std::string_view mark, std::size_t mark_width,
                     std::string_view text, const ExplainStyle& style) {
  const std::size_t used = mark_width + 4;
  const std::size_t room = style.width > used ? style.width - used : 0;
  return "  " + PadRight(mark, mark_width) + "  " +
         Fitted(text, std::max<std::size_t>(room, 20)) + "\n";
}

std::string RuleList(const Program& program, const ExplainStyle& style) {
  std::size_t width = 0;
  for (const CompiledRule& rule : program.rules) {
    width = std::max(width, DisplayWidth(rule.code));
  }
  std::string text =
      Inked(Message(style.lang, "explain.rules"), Ink::kBold, style.color) +
      "\n";
  for (const CompiledRule& rule : program.rules) {
    text += ListLine(RuleMark(rule), width, rule.title.In(style.lang), style);
  }
  return text;
}

std::string CodeList(const ExplainStyle& style) {
  std::string text;
  std::string topic;
  for (const MessageRow& row : MessageCatalogue()) {
    const std::string_view code = CodeOf(row.name);
    if (code.empty()) continue;
    if (code.substr(0, 2) != topic) {
      topic = code.substr(0, 2);
      text += (text.empty() ? "" : "\n") +
              Inked(TopicOf(code, style.lang), Ink::kBold, style.color) + "\n";
    }
    text += ListLine(code, code.size(),
                     Printable(WithGaps(In(row.text, style.lang))), style);
  }
  return text;
}

}  // namespace

std::string UpperCase(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return out;
}

std::string ExplainCode(std::string_view code_or_slug,
                        const ExplainStyle& style) {
  const std::string code = UpperCase(code_or_slug);
  std::string text;
  for (const MessageRow& row : MessageCatalogue()) {
    if (CodeOf(row.name).empty()) continue;
    if (CodeOf(row.name) != code && SlugOf(row.name) != code_or_slug) continue;
    text += (text.empty() ? "" : "\n") + CodePage(row, style).Text();
  }
  return text;
}

std::string ExplainList(const Program* program, const ExplainStyle& style) {
  std::string text;
  if (program != nullptr) text = RuleList(*program, style) + "\n";
  text += CodeList(style) + "\n";
  return text + Wrapped(Message(style.lang, "explain.how"), 0, style.width);
}

std::vector<std::string> CodesAndSlugs() {
  std::vector<std::string> names;
  for (const MessageRow& row : MessageCatalogue()) {
    if (CodeOf(row.name).empty()) continue;
    names.emplace_back(CodeOf(row.name));
    names.emplace_back(SlugOf(row.name));
  }
  return names;
}

}  // namespace sigte

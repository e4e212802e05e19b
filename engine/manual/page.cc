// SPDX-License-Identifier: MPL-2.0

#include "engine/manual/page.h"

#include "engine/app/version.h"

namespace sigte::manual {
namespace {

// groff_char(7): as text, these would become typographic.
std::string_view Escape(char c) {
  switch (c) {
    case '\\': return "\\e";
    case '-': return "\\-";
    case '\'': return "\\(aq";
    case '`': return "\\(ga";
    case '^': return "\\(ha";
    case '~': return "\\(ti";
    case '"': return "\\(dq";
    default: return {};
  }
}

std::string UpperCase(std::string_view name) {
  std::string upper;
  for (const char c : name) {
    upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return upper;
}

}  // namespace

Page::Page(std::string_view name, int section, std::string_view date, Lang lang)
    : name_(name), section_(section), lang_(lang) {
  Line(".TH " + Plain(UpperCase(name)) + " " + std::to_string(section) + " " +
       std::string(date) + " \"sigte " + VersionNumber() + "\" \"" +
       Plain(Message(lang, "manual.title")) + "\"");
}

void Page::Name(std::string_view about) {
  Section("manual.name");
  Line(Plain(name_) + " \\- " + Plain(about));
}

void Page::Section(MessageKey heading) {
  Line(".SH " + Message(lang_, heading));
  fresh_ = true;
}

void Page::Paragraph(std::string_view text) {
  Break();
  Text(text);
}

void Page::Term(std::string_view markup) {
  Line(".TP");
  Line(markup);
}

void Page::Text(std::string_view text) {
  if (!text.empty()) Line(Plain(text));
}

void Page::Markup(std::string_view markup) { Line(markup); }

void Page::Example(std::string_view line) {
  Break();
  Line(".EX");
  Line("    " + Plain(line));
  Line(".EE");
}

void Page::In() { ++pending_; }

// What nothing came into was never begun.
void Page::Out() {
  if (pending_ > 0) {
    --pending_;
  } else {
    Line(".RE");
  }
}

// A section begins a paragraph by itself.
void Page::Break() {
  if (!fresh_) Line(".PP");
}

std::string Page::Bold(std::string_view text) {
  return "\\fB" + Plain(text) + "\\fR";
}

std::string Page::Italic(std::string_view text) {
  return "\\fI" + Plain(text) + "\\fR";
}

// Also makes one line of several, and keeps a dot at the start from being a
// request.
std::string Page::Plain(std::string_view text) {
  std::string plain;
  if (!text.empty() && text.front() == '.') plain = "\\&";
  for (const char c : text) {
    const std::string_view escape = Escape(c);
    if (c == '\n') {
      plain += ' ';
    } else if (escape.empty()) {
      plain += c;
    } else {
      plain += escape;
    }
  }
  return plain;
}

void Page::Line(std::string_view line) {
  for (; pending_ > 0; --pending_) text_ += ".RS\n";
  fresh_ = false;
  text_ += line;
  text_ += '\n';
}

}  // namespace sigte::manual

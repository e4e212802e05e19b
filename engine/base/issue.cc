// Issues as people read them. One function formats them all.
#include "engine/base/issue.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/base/nearest.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

constexpr std::size_t kNamesShown = 8;
constexpr std::size_t kGutter = 5;          // columns for the line number
constexpr std::size_t kLineColumns = 100;   // shown of a line
constexpr std::size_t kColumnsBefore = 50;  // of them before the caret
constexpr std::size_t kBytesLookedAt = 4 * kLineColumns;

std::string SeverityName(Severity severity, Lang lang) {
  switch (severity) {
    case Severity::kNote: return Message(lang, "issue.note");
    case Severity::kWarning: return Message(lang, "issue.warning");
    case Severity::kError: break;
  }
  return Message(lang, "issue.error");
}

std::string JoinNames(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < kNamesShown; ++i) {
    out += (i == 0 ? "" : ", ") + names[i];
  }
  if (names.size() > kNamesShown) out += ", …";
  return out;
}

std::string Hint(const Issue& issue, Lang lang) {
  if (!issue.guess.empty()) {
    return "; " + Message(lang, "issue.did-you-mean", {issue.guess});
  }
  if (issue.known.empty()) return "";
  return "; " + Message(lang, "issue.known", {JoinNames(issue.known)});
}

std::string Location(const Issue& issue) {
  if (issue.source == nullptr) return "";
  const Place place = issue.source->PlaceOf(issue.span.begin);
  return Printable(issue.source->path()) + ":" + std::to_string(place.line) +
         ":" + std::to_string(place.column) + ": ";
}

std::string CodeMark(MessageKey key) {
  const std::string_view code = CodeOf(key.name());
  if (code.empty()) return "";
  return " [" + std::string(code) + " " + std::string(SlugOf(key.name())) + "]";
}

std::string Gutter(std::string_view number, std::size_t width) {
  return std::string(width - number.size(), ' ') + std::string(number) + " ";
}

std::size_t GutterWidth(std::size_t line_number) {
  return std::max(kGutter, std::to_string(line_number).size());
}

bool IsContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Part of a line as it is shown, and whether something is left out of it.
struct Cut {
  std::string shown;
  bool is_cut = false;
};

// The first letters of `text` that fit in `columns`.
Cut Front(std::string_view text, std::size_t columns) {
  const std::string shown = Printable(text.substr(0, kBytesLookedAt));
  std::size_t offset = 0;
  std::size_t used = 0;
  while (offset < shown.size()) {
    std::size_t next = offset;
    NextCodePoint(shown, &next);
    used += DisplayWidth(std::string_view(shown).substr(offset, next - offset));
    if (used > columns) break;
    offset = next;
  }
  return {shown.substr(0, offset),
          offset < shown.size() || text.size() > kBytesLookedAt};
}

// The last letters of `text` that fit in `columns`.
Cut Back(std::string_view text, std::size_t columns) {
  std::size_t start =
      text.size() > kBytesLookedAt ? text.size() - kBytesLookedAt : 0;
  const bool far = start > 0;
  while (far && start < text.size() && IsContinuation(text[start])) ++start;
  const std::string shown = Printable(text.substr(start));
  std::size_t offset = 0;
  while (DisplayWidth(std::string_view(shown).substr(offset)) > columns) {
    NextCodePoint(shown, &offset);
  }
  return {shown.substr(offset), far || offset > 0};
}

// What is shown of a line: before the marked stretch, the stretch, and after.
struct Window {
  std::string before;
  std::string marked;
  std::string after;
};

Window CutAround(std::string_view before, std::string_view marked,
                 std::string_view after) {
  const Cut left = Back(before, kColumnsBefore);
  std::size_t columns = kLineColumns - DisplayWidth(left.shown);
  const Cut middle = Front(marked, columns);
  columns -= DisplayWidth(middle.shown);
  Cut right{"", true};
  if (!middle.is_cut) right = Front(after, columns);
  return {(left.is_cut ? "…" : "") + left.shown, middle.shown,
          right.shown + (right.is_cut ? "…" : "")};
}

Window WindowOf(std::string_view line, Span span) {
  const std::size_t begin = std::min(span.begin, line.size());
  const std::size_t end = std::clamp(span.end, begin, line.size());
  const std::string_view before = line.substr(0, begin);
  const std::string_view marked = line.substr(begin, end - begin);
  const std::string_view after = line.substr(end);
  if (line.size() <= kBytesLookedAt &&
      DisplayWidth(Printable(line)) <= kLineColumns) {
    return {Printable(before), Printable(marked), Printable(after)};
  }
  return CutAround(before, marked, after);
}

std::string HelpLine(const Issue& issue, Lang lang) {
  const std::string help = MessageHelp(lang, issue.message, issue.args);
  if (help.empty()) return "";
  const std::size_t line = issue.source == nullptr
                               ? 1
                               : issue.source->PlaceOf(issue.span.begin).line;
  return Gutter("", GutterWidth(line)) + "= " + Message(lang, "issue.help") +
         ": " + Printable(help) + "\n";
}

}  // namespace

void IssueList::Add(Issue issue) {
  if (issue.severity == Severity::kError) ++errors_;
  issues_.push_back(std::move(issue));
}

void IssueList::Error(MessageKey message, const Source* source, Span span,
                      std::vector<LocalText> args) {
  Add({message, Severity::kError, std::move(args), source, span, {}, {}});
}

void IssueList::UnknownName(MessageKey message, const Source* source, Span span,
                            std::string name, std::vector<std::string> known) {
  std::string guess(Nearest(name, known));
  if (!guess.empty()) known.clear();
  Add({message,
       Severity::kError,
       {std::move(name)},
       source,
       span,
       std::move(guess),
       std::move(known)});
}

void IssueList::Sort() {
  const auto key = [](const Issue& issue) {
    return std::tuple(issue.source == nullptr
                          ? std::string_view()
                          : std::string_view(issue.source->name()),
                      issue.span.begin, issue.span.end);
  };
  std::ranges::stable_sort(issues_, {}, key);
}

std::string Format(const Issue& issue, Lang lang) {
  std::string out =
      Location(issue) + SeverityName(issue.severity, lang) + ": " +
      Printable(Message(lang, issue.message, issue.args) + Hint(issue, lang)) +
      CodeMark(issue.message) + "\n";
  if (issue.source != nullptr) out += CaretLines(*issue.source, issue.span);
  return out + HelpLine(issue, lang);
}

std::string CaretLines(const Source& source, Span span) {
  const std::string_view line = source.LineAt(span.begin);
  const auto start =
      static_cast<std::size_t>(line.data() - source.text().data());
  const Span within{span.begin - std::min(start, span.begin),
                    span.end - std::min(start, span.end)};
  return CaretLines(line, source.PlaceOf(span.begin).line, within);
}

std::string CaretLines(std::string_view line, std::size_t line_number,
                       Span span) {
  const Window window = WindowOf(line, span);
  const std::size_t width = GutterWidth(line_number);
  const std::string shown = window.before + window.marked + window.after;
  const std::size_t marked =
      std::max<std::size_t>(1, DisplayWidth(window.marked));
  return Gutter(std::to_string(line_number), width) +
         (shown.empty() ? "|" : "| ") + shown + "\n" + Gutter("", width) +
         "| " + std::string(DisplayWidth(window.before), ' ') + "^" +
         std::string(marked - 1, '~') + "\n";
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/report/letter.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "engine/report/markdown.h"
#include "engine/report/text_report.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

using Kind = CaseItem::Kind;
using Cases = std::vector<Case*>;  // of one letter

struct Told {
  const Case* told;
  const CaseItem* item;
};

/// All items with one cause.
struct CauseGroup {
  std::string code;
  std::string cause;
  std::vector<Told> items;
};

struct Section {
  Kind kind;
  MessageKey heading;
  MessageKey lead;
};

constexpr std::array kSections = {
    Section{Kind::kError, "letter.errors", "letter.errors-lead"},
    Section{Kind::kQuestion, "letter.questions", "letter.questions-lead"},
    Section{Kind::kLeftOut, "letter.left-out", "letter.left-out-lead"},
    Section{Kind::kRemark, "letter.remarks", "letter.remarks-lead"},
};

// Same code and cause: same group; in the order that they come.
std::vector<CauseGroup> GroupsOf(const Cases& cases, Kind kind) {
  std::vector<CauseGroup> groups;
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  for (const Case* told : cases) {
    for (const CaseItem& item : told->items) {
      if (item.kind != kind) continue;
      const auto [it, fresh] =
          known.try_emplace({item.code, item.cause}, groups.size());
      if (fresh) groups.push_back({item.code, item.cause, {}});
      groups[it->second].items.push_back({told, &item});
    }
  }
  return groups;
}

// Where all items of a group say the same, it is said once.
bool SaySame(const CauseGroup& group, std::string CaseItem::*part) {
  const std::string& first = group.items.front().item->*part;
  return std::ranges::all_of(
      group.items, [&](const Told& told) { return told.item->*part == first; });
}

// "a\nb" as sentences in one line.
std::string SentencesOf(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != '\n') {
      out += c;
    } else if (!out.empty()) {
      constexpr std::string_view kEnds = ".?!:;";
      out += kEnds.find(out.back()) != kEnds.npos ? " " : "; ";
    }
  }
  return MarkdownText(out);
}

/// Whose answer each file is, by its records or by having none.
class Owners {
 public:
  Owners(const Program& program, const Reply& reply) : program_(program) {
    for (const Case& told : reply.cases) groups_[told.file].insert(told.group);
    for (const EmptyReply& empty : reply.empties) {
      groups_[empty.file].insert(empty.group);
    }
  }

  /// Nobody's are the empty group's.
  bool Has(std::string file, const std::string& group) const {
    program_.redaction.Apply(&file);
    const auto known = groups_.find(file);
    return known == groups_.end() ? group.empty()
                                  : known->second.contains(group);
  }

 private:
  const Program& program_;
  std::map<std::string, std::set<std::string>> groups_;
};

class Letter {
 public:
  Letter(const Program& program, const Reply& reply, const Owners& owners)
      : reply_(reply), owners_(owners), voice_{program, reply.lang} {}

  /// To `group`; empty: to those of whom it is not known who they are.
  std::string Write(const std::string& group, const Cases& cases) {
    names_ = NamesOf(group, cases);
    for (Case* told : cases) NameFiles(names_, reply_.lang, told);
    const bool named = !group.empty();
    std::string out = "# " + Heading(group, named) + "\n\n";
    out += Totals(cases);
    if (cases.empty() && named) out += "\n" + Say("letter.none") + "\n";
    out += Files(group);
    for (const Section& section : kSections) out += Part(section, cases);
    return out + TakenIn(cases) + Ending();
  }

 private:
  std::string Say(MessageKey key, const std::vector<LocalText>& args = {}) {
    return Message(reply_.lang, key, args);
  }

  std::string Heading(const std::string& group, bool named) {
    const std::string title = MarkdownText(reply_.title);
    if (!named) return Say("letter.title", {title});
    return Say("letter.title-to",
               {title, MarkdownText(AsName(GroupTitle(group, voice_)))});
  }

  // The files that this letter is about.
  FileNames NamesOf(const std::string& group, const Cases& cases) const {
    FileNames names;
    for (const Case* told : cases) AddFiles(*told, &names);
    for (const FileCase& file : reply_.files) {
      if (!owners_.Has(file.file, group)) continue;
      names.Add(file.file);
      AddFiles(file.item, &names);
    }
    for (const std::string& file : reply_.summary.unreadable()) {
      if (owners_.Has(file, group)) names.Add(file);
    }
    return names;
  }

  // The sums of this letter's records; of the run where it is the only one.
  std::string Totals(const Cases& cases) {
    std::array<std::int64_t, kVerdicts> counts{};
    for (const Case* told : cases) {
      ++counts[static_cast<std::size_t>(told->verdict)];
    }
    std::string parts;
    for (std::size_t i = 0; i < kVerdicts; ++i) {
      parts += (i == 0 ? "" : " + ") +
               VerdictCount(static_cast<Verdict>(i), counts[i], reply_.lang);
    }
    const auto read = static_cast<std::int64_t>(cases.size());
    return Say("report.reconciliation",
               {GroupedNumber(reply_.lang, read), parts}) +
           "\n";
  }

  // What is about a file goes to those whose answer it is.
  std::string Files(const std::string& group) {
    std::string out;
    for (const FileCase& file : reply_.files) {
      if (owners_.Has(file.file, group)) out += FileLine(file);
    }
    for (const std::string& file : reply_.summary.unreadable()) {
      if (!owners_.Has(file, group)) continue;
      out += "\n" + Say("report.unreadable", {MarkdownText(names_.Of(file))}) +
             ".\n";
    }
    return out;
  }

  std::string FileLine(const FileCase& file) {
    CaseItem item = file.item;
    NameOther(names_, reply_.lang, &item);
    return "\n" +
           Say("letter.file", {MarkdownText(names_.Of(file.file)),
                               Stopped(SentencesOf(item.what))}) +
           Then(item.how) + "\n";
  }

  std::string Then(const std::string& how) {
    return how.empty() ? std::string() : " " + Sentence(SentencesOf(how));
  }

  std::string Part(const Section& section, const Cases& cases) {
    const std::vector<CauseGroup> groups = GroupsOf(cases, section.kind);
    if (groups.empty()) return {};
    std::string out =
        "\n## " + Say(section.heading) + "\n\n" + Say(section.lead) + "\n";
    for (const CauseGroup& group : groups) out += Cause(group);
    return out;
  }

  std::string Cause(const CauseGroup& group) {
    std::string out = "\n### ";
    out +=
        group.cause.empty() ? Say("letter.other") : MarkdownText(group.cause);
    if (!group.code.empty()) out += " (" + MarkdownText(group.code) + ")";
    out += "\n\n";
    const CaseItem& first = *group.items.front().item;
    const bool one_what =
        group.items.size() > 1 && SaySame(group, &CaseItem::what);
    const bool one_how = SaySame(group, &CaseItem::how);
    std::string shared;
    if (one_what) shared = Sentence(SentencesOf(first.what));
    if (one_how) shared += Then(first.how);
    if (!shared.empty()) {
      out += shared.substr(shared.find_first_not_of(' ')) + "\n\n";
    }
    for (const Told& told : group.items)
      out += Point(told, !one_what, !one_how);
    return out;
  }

  std::string Point(const Told& told, bool with_what, bool with_how) {
    std::string out =
        "- **" + MarkdownText(CaseName(*told.told, reply_.lang)) + "**";
    const std::string how = with_how ? Then(told.item->how) : std::string();
    if (with_what || !how.empty()) out += ':';
    if (with_what) {
      const std::string what = SentencesOf(told.item->what);
      out += " " + (how.empty() ? what : Stopped(what));
    }
    out += how;
    const std::string& own = told.item->place;
    std::string place = own.empty() ? told.told->place : own;
    if (!told.item->heading.empty()) place += ", " + told.item->heading;
    return out + " (" + MarkdownText(told.told->file + ":" + place) + ")\n";
  }

  std::string TakenIn(const Cases& cases) {
    std::string out;
    for (const Case* told : cases) {
      if (told->verdict != Verdict::kInclude) continue;
      out += "- " + MarkdownText(CaseName(*told, reply_.lang)) + "\n";
    }
    if (out.empty()) return out;
    return "\n## " + Say("letter.taken-in") + "\n\n" + out;
  }

  std::string Ending() {
    return "\n---\n\n" +
           MarkdownText(TotalsLines(reply_.summary, voice_).back()) + "\n";
  }

  const Reply& reply_;
  const Owners& owners_;
  Voice voice_;
  FileNames names_;
};

}  // namespace

std::string LetterText(const Program& program, Reply reply) {
  std::vector<std::string> order;
  std::map<std::string, Cases> by_group;
  for (Case& told : reply.cases) {
    auto [it, fresh] = by_group.try_emplace(told.group);
    if (fresh) order.push_back(told.group);
    it->second.push_back(&told);
  }
  for (const EmptyReply& empty : reply.empties) {
    if (by_group.try_emplace(empty.group).second) order.push_back(empty.group);
  }
  const Owners owners(program, reply);
  const auto is_nobodys = [&](const std::string& file) {
    return owners.Has(file, {});
  };
  const bool any_nobodys =
      std::ranges::any_of(reply.files, is_nobodys, &FileCase::file) ||
      std::ranges::any_of(reply.summary.unreadable(), is_nobodys);
  if (order.empty() || (any_nobodys && by_group.try_emplace({}).second)) {
    order.emplace_back();
  }
  Letter letter(program, reply, owners);
  std::string out;
  for (const std::string& group : order) {
    if (!out.empty()) out += "\n---\n\n";
    out += letter.Write(group, by_group[group]);
  }
  return out;
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/app/review_answers.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/record/record_key.h"

namespace sigte {
namespace {

constexpr std::array<std::string_view, 9> kAnswerKeys = {
    "rule", "ruling", "evidence", "answer",   "reason",
    "text", "body",   "role",     "review_by"};
// What the queue says and an answer need not repeat.
constexpr std::array<std::string_view, 13> kToldKeys = {
    "code",       "rule_title", "question",  "if_yes", "if_no",
    "title",      "amount",     "file",      "line",   "reads",
    "precedents", "found",      "supersedes"};

std::string* PlaceOf(std::string_view key, RulingAnswer* row) {
  const std::array<std::string*, kAnswerKeys.size()> places = {
      &row->rule, &row->ruling, &row->evidence, &row->answer,   &row->reason,
      &row->text, &row->body,   &row->role,     &row->review_by};
  for (std::size_t i = 0; i < kAnswerKeys.size(); ++i) {
    if (key == kAnswerKeys[i]) return places[i];
  }
  return nullptr;
}

class RowReader {
 public:
  RowReader(const Document& document, const Program& program,
            const Source& source, std::size_t offset, IssueList* issues)
      : document_(document),
        program_(program),
        source_(source),
        offset_(offset),
        issues_(issues) {}

  bool Read(RulingAnswer* row) {
    const Node& root = document_[Document::kRoot];
    if (root.kind != NodeKind::kObject) return Refuse(Document::kRoot);
    for (NodeIndex key = 1; key < root.next; key = document_[key + 1].next) {
      if (!ReadMember(key, row)) return false;
    }
    return true;
  }

 private:
  bool ReadMember(NodeIndex key, RulingAnswer* row) {
    const std::string_view name = document_[key].text;
    const NodeIndex value = key + 1;
    row->spans.insert_or_assign(std::string(name), SpanOf(value));
    if (name == "record") return ReadRecord(value, row);
    if (name == "proposal") return ReadProposal(value, row);
    std::string* place = PlaceOf(name, row);
    if (place != nullptr) return ReadText(name, value, place);
    if (std::ranges::find(kToldKeys, name) != kToldKeys.end()) return true;
    std::vector<std::string> known(kAnswerKeys.begin(), kAnswerKeys.end());
    known.emplace_back("record");
    issues_->UnknownName("A606.unknown-answer-key", &source_, SpanOf(key), name,
                         known);
    return false;
  }

  bool ReadText(std::string_view name, NodeIndex value, std::string* place) {
    const Node& node = document_[value];
    switch (node.kind) {
      case NodeKind::kNull: return true;
      case NodeKind::kBool: *place = node.boolean ? "true" : "false"; break;
      case NodeKind::kString: *place = node.text; break;
      default: return Refuse(name, "review.wanted-text", value);
    }
    return true;
  }

  bool ReadRecord(NodeIndex value, RulingAnswer* row) {
    const Node& node = document_[value];
    if (node.kind == NodeKind::kNull) return true;
    if (node.kind == NodeKind::kString && ReadRecordName(node.text, row)) {
      return true;
    }
    if (node.kind != NodeKind::kObject) {
      return Refuse("record", "review.wanted-record", value);
    }
    const Layout& layout = program_.layout;
    if (!NamesRecord(value)) return false;
    RecordKey key;
    key.id = KeyPart(value, layout.id);
    key.group = KeyPart(value, layout.group);
    row->record = std::move(key);
    return true;
  }

  // As the program itself names records: "751/14".
  bool ReadRecordName(std::string_view name, RulingAnswer* row) const {
    const Layout& layout = program_.layout;
    const bool grouped = layout.group != kNoField;
    const std::size_t slash = grouped ? name.find('/') : name.npos;
    if (grouped && (slash == name.npos || slash == 0)) return false;
    const std::string_view id = name.substr(grouped ? slash + 1 : 0);
    if (id.empty()) return false;
    RecordKey key;
    key.id = CanonicalKey(layout[layout.id].type, id);
    if (grouped) {
      key.group =
          CanonicalKey(layout[layout.group].type, name.substr(0, slash));
    }
    row->record = std::move(key);
    return true;
  }

  // Whether the keys are those of the manifest, the id among them.
  bool NamesRecord(NodeIndex record) {
    const Layout& layout = program_.layout;
    std::vector<std::string> known;
    for (const FieldIndex field : {layout.group, layout.id}) {
      if (field != kNoField) known.push_back(layout[field].name);
    }
    const NodeIndex end = document_[record].next;
    for (NodeIndex key = record + 1; key < end; key = document_[key + 1].next) {
      const std::string name(document_[key].text);
      if (std::ranges::find(known, name) != known.end()) continue;
      issues_->UnknownName("A606.unknown-answer-key", &source_, SpanOf(key),
                           name, known);
      return false;
    }
    const std::string& id = layout[layout.id].name;
    if (document_.Member(record, id) != kNoNode) return true;
    issues_->Error("A609.answer-lacks", &source_, SpanOf(record), {id});
    return false;
  }

  std::string KeyPart(NodeIndex record, FieldIndex field) const {
    if (field == kNoField) return {};
    const Field& named = program_.layout[field];
    const NodeIndex node = document_.Member(record, named.name);
    if (node == kNoNode) return {};
    return CanonicalKey(named.type, document_[node].text);
  }

  bool ReadProposal(NodeIndex value, RulingAnswer* row) {
    if (document_[value].kind != NodeKind::kObject) return true;
    const NodeIndex id = document_.Member(value, "ruling");
    return id == kNoNode || !row->ruling.empty() ||
           ReadText("ruling", id, &row->ruling);
  }

  Span SpanOf(NodeIndex node) const {
    const Span span = document_.SpanOf(node);
    return {span.begin + offset_, span.end + offset_};
  }

  bool Refuse(NodeIndex node) {
    issues_->Error("A605.bad-answer-line", &source_, SpanOf(node));
    return false;
  }

  bool Refuse(std::string_view name, MessageKey wanted, NodeIndex node) {
    issues_->Error("A645.answer-member", &source_, SpanOf(node),
                   {std::string(name), Message(wanted)});
    return false;
  }

  const Document& document_;
  const Program& program_;
  const Source& source_;
  std::size_t offset_;
  IssueList* issues_;
};

bool HasWord(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

}  // namespace

std::string PartOf(const Issue& fault) {
  struct Row {
    std::string_view fault;
    std::string_view part;
  };
  constexpr std::array<Row, 10> kParts = {
      {{"A607.unknown-answer", "answer"},
       {"A608.not-asked", "record"},
       {"A610.answer-stale", "evidence"},
       {"A611.answer-reason", "reason"},
       {"A612.answer-body", "body"},
       {"A614.answer-date", "review_by"},
       {"A615.own-proposal", "body"},
       {"A641.contrary-proposal", "answer"},
       {"A642.own-contrary", "answer"},
       {"A643.approved-otherwise", "answer"}}};
  const std::string_view name = fault.message.name();
  if (name == "A613.answer-private" || name == "A621.answer-too-long") {
    return fault.args.front().In(Lang::kEn);
  }
  const auto* const row = std::ranges::find(kParts, name, &Row::fault);
  return row == kParts.end() ? std::string() : std::string(row->part);
}

std::optional<RulingAnswer> ReadAnswerRow(
    std::string_view line, const Program& program, const Source& source,
    std::size_t offset, JsonReader* reader, IssueList* issues) {
  const PaddedText padded(line);
  Document document;
  if (!reader->Read(padded.text(), &source, offset, &document, issues)) {
    return std::nullopt;
  }
  RulingAnswer row;
  if (!RowReader(document, program, source, offset, issues).Read(&row)) {
    return std::nullopt;
  }
  return row;
}

std::optional<AnswerKind> AnswerOf(std::string_view word) {
  std::string lower(word);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::array<LocalText, 4> words = {
      Message("review.words-yes"), Message("review.words-no"),
      Message("review.words-skip"), Message("review.words-quit")};
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const std::string& known : words[i].in) {
      if (HasWord(known, lower)) return static_cast<AnswerKind>(i);
    }
  }
  return std::nullopt;
}

}  // namespace sigte

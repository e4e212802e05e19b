// SPDX-License-Identifier: MPL-2.0

// A JSON Schema told in words: what it asserts beyond names, titles and closed
// lists is left to the schema itself.

#include "engine/manual/schema_page.h"

#include <algorithm>
#include <map>

#include "engine/schema/annotations.h"

namespace sigte::manual {
namespace {

constexpr int kDeepest = 4;

class SchemaWriter {
 public:
  SchemaWriter(const Document& schema, Page* page)
      : schema_(schema), page_(page) {}

  void Write() {
    page_->Section("manual.keys");
    const NodeIndex items = Member(Document::kRoot, "items");
    if (items != kNoNode) {
      page_->Paragraph(Message(page_->lang(), "manual.list-of"));
      Inside(items, 0);
    } else {
      Inside(Document::kRoot, 0);
    }
  }

 private:
  NodeIndex Member(NodeIndex node, std::string_view name) const {
    return node == kNoNode || schema_[node].kind != NodeKind::kObject
               ? kNoNode
               : schema_.Member(node, name);
  }

  std::string Words(NodeIndex node, std::string_view name) const {
    return schema::Annotation(schema_, node, name).In(page_->lang());
  }

  // Follows "#/$defs/name", a few times at most.
  NodeIndex Resolved(NodeIndex node) const {
    constexpr std::string_view kHere = "#/$defs/";
    for (int i = 0; i < kDeepest; ++i) {
      const NodeIndex reference = Member(node, "$ref");
      if (reference == kNoNode) break;
      const std::string_view to = schema_[reference].text;
      if (!to.starts_with(kHere)) break;
      const NodeIndex next =
          Member(Member(Document::kRoot, "$defs"), to.substr(kHere.size()));
      if (next == kNoNode) break;
      node = next;
    }
    return node;
  }

  bool IsRequired(NodeIndex object, std::string_view key) const {
    const NodeIndex list = Member(object, "required");
    if (list == kNoNode) return false;
    for (NodeIndex i = list + 1; i < schema_[list].next; i = schema_[i].next) {
      if (schema_[i].text == key) return true;
    }
    return false;
  }

  // What an object or list holds.
  void Inside(NodeIndex node, int depth) {
    const NodeIndex target = Resolved(node);
    const NodeIndex properties = Member(target, "properties");
    const NodeIndex items = Member(target, "items");
    const NodeIndex members = Member(target, "additionalProperties");
    if (properties != kNoNode) {
      Properties(target, properties, depth);
    } else if (HasInside(items)) {
      page_->Paragraph(Message(page_->lang(), "manual.each-item"));
      Inside(items, depth);
    } else if (HasInside(members)) {
      page_->Paragraph(Message(page_->lang(), "manual.each-member"));
      Inside(members, depth);
    }
  }

  bool HasInside(NodeIndex node) const {
    if (node == kNoNode) return false;
    const NodeIndex target = Resolved(node);
    return Member(target, "properties") != kNoNode ||
           Member(target, "items") != kNoNode ||
           (Member(target, "additionalProperties") != kNoNode &&
            schema_[Member(target, "additionalProperties")].kind ==
                NodeKind::kObject);
  }

  void Properties(NodeIndex object, NodeIndex properties, int depth) {
    const NodeIndex end = schema_[properties].next;
    for (NodeIndex key = properties + 1; key < end;) {
      const NodeIndex value = key + 1;
      Property(object, schema_[key].text, value, depth);
      key = schema_[value].next;
    }
  }

  void Property(NodeIndex object, std::string_view key, NodeIndex value,
                int depth) {
    const NodeIndex target = Resolved(value);
    std::string term = Page::Bold(key);
    if (IsRequired(object, key)) {
      term += " (" + Message(page_->lang(), "manual.required") + ")";
    }
    page_->Term(term);
    page_->Text(About(value, target));
    page_->In();
    Choices(target);
    if (HasInside(value)) Nested(key, target, depth);
    page_->Out();
  }

  // A structure that several keys share is told once.
  void Nested(std::string_view key, NodeIndex target, int depth) {
    const Lang lang = page_->lang();
    const auto told = told_.find(target);
    if (told != told_.end()) {
      page_->Paragraph(Message(lang, "manual.see-key", {told->second}));
    } else if (depth >= kDeepest) {
      page_->Paragraph(Message(lang, "manual.see-schema"));
    } else {
      told_.emplace(target, key);
      Inside(target, depth + 1);
    }
  }

  std::string About(NodeIndex value, NodeIndex target) const {
    std::string title = Words(value, "title");
    if (title.empty()) title = Words(target, "title");
    std::string about = Words(value, "description");
    if (about.empty()) about = Words(target, "description");
    if (about.empty()) return title.empty() ? "" : title + ".";
    return title.empty() ? about : title + ". " + about;
  }

  void Choices(NodeIndex node) {
    for (const std::string_view keyword : {"oneOf", "enum"}) {
      const NodeIndex list = Member(node, keyword);
      if (list == kNoNode || !IsChoice(list)) continue;
      page_->Paragraph(Message(page_->lang(), "manual.one-of"));
      for (NodeIndex i = list + 1; i < schema_[list].next;
           i = schema_[i].next) {
        Choice(i);
      }
    }
  }

  // Alternatives of structure are no closed list.
  bool IsChoice(NodeIndex list) const {
    for (NodeIndex i = list + 1; i < schema_[list].next; i = schema_[i].next) {
      const bool named =
          schema_[i].kind != NodeKind::kObject || Member(i, "const") != kNoNode;
      if (!named) return false;
    }
    return true;
  }

  void Choice(NodeIndex node) {
    const NodeIndex value = Member(node, "const");
    const NodeIndex shown = value == kNoNode ? node : value;
    const Span span = schema_.SpanOf(shown);
    std::string_view text =
        schema_.text().substr(span.begin, span.end - span.begin);
    if (schema_[shown].kind == NodeKind::kString) text = schema_[shown].text;
    page_->Term(Page::Bold(text));
    page_->Text(value == kNoNode ? "" : About(node, node));
  }

  const Document& schema_;
  Page* page_;
  std::map<NodeIndex, std::string> told_;
};

std::string LowerFirst(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') {
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  }
  return text;
}

}  // namespace

Page SchemaPage(const Document& schema, std::string_view name,
                std::string_view date, Lang lang,
                const std::vector<std::string>& beside) {
  Page page("sigte-" + std::string(name), 5, date, lang);
  const auto words = [&](std::string_view annotation) {
    return schema::Annotation(schema, Document::kRoot, annotation).In(lang);
  };
  page.Name(LowerFirst(words("title")));
  page.Section("manual.description");
  page.Text(words("description"));
  page.Paragraph(Message(lang, "manual.schema-note", {std::string(name)}));
  SchemaWriter(schema, &page).Write();
  page.Section("manual.see-also");
  std::string line = Page::Bold("sigte") + "(1)";
  for (const std::string& other : beside) {
    if (other != page.name()) line += ", " + Page::Bold(other) + "(5)";
  }
  page.Markup(line);
  return page;
}

}  // namespace sigte::manual

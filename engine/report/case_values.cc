// SPDX-License-Identifier: MPL-2.0

// What a record's fields hold, as a person would type it into a cell.

#include <algorithm>

#include "engine/base/numbers.h"
#include "engine/decide/cell_places.h"
#include "engine/record/own_heading.h"
#include "engine/record/value_words.h"
#include "engine/report/cases.h"
#include "engine/report/workbook_plan.h"
#include "engine/report/workbook_text.h"

namespace sigte {
namespace {

CellValue TextValue(std::string_view text) {
  CellValue value;
  if (text.empty()) return value;
  value.kind = CellValue::Kind::kText;
  value.text = text;
  return value;
}

// The cell's list is parted at semicolons and line breaks when it is read.
bool ReadsOtherwise(std::string_view item) {
  constexpr std::string_view kBlanks = " \t";
  return item.empty() || kBlanks.find(item.front()) != kBlanks.npos ||
         kBlanks.find(item.back()) != kBlanks.npos ||
         item.find_first_of(";\r\n") != item.npos;
}

std::string_view WrittenAt(const Document& document, NodeIndex node) {
  const Node& written = document[node];
  if (written.kind == NodeKind::kNull) return {};
  if (written.kind == NodeKind::kString || written.kind == NodeKind::kNumber) {
    return written.text;
  }
  return document.text().substr(written.begin, written.end - written.begin);
}

std::string TruthLabel(bool truth, Lang lang) {
  return truth ? Message(lang, "workbook.yes") : Message(lang, "workbook.no");
}

// Without marks between thousands; a zero more behind three decimals, which
// could be thousands: 1,2340 can be read in one way only.
std::string NumberItem(std::string_view written, Lang lang) {
  const auto number = Decimal::Parse(written);
  if (!number) return std::string(written);
  std::string plain = number->ToString();
  const std::size_t point = plain.find('.');
  if (point != plain.npos && plain.size() - point == 4) plain += '0';
  return UngroupedNumber(lang, plain);
}

std::string ItemLabel(const Document& document, NodeIndex node,
                      const Field& field, Lang lang) {
  const Node& item = document[node];
  if (field.choices.empty() && item.kind == NodeKind::kBool) {
    return TruthLabel(item.boolean, lang);
  }
  const std::string_view written = WrittenAt(document, node);
  return field.choices.empty() && item.kind == NodeKind::kNumber
             ? NumberItem(written, lang)
             : WrittenWords(field, written, lang);
}

// A list without values is an answer too: a blank cell would be none.
CellValue ListValue(const Document& document, NodeIndex list,
                    const Field& field, Lang lang) {
  const std::string none = Message(lang, "value.empty-list");
  if (document[list].count == 0) return TextValue(none);
  std::vector<std::string> labels;
  for (NodeIndex at = list + 1; at < document[list].next;
       at = document[at].next) {
    labels.push_back(ItemLabel(document, at, field, lang));
  }
  CellValue value = TextValue(JoinedLabels(labels));
  value.reads_otherwise =
      std::ranges::any_of(labels, ReadsOtherwise) || value.text == none;
  return value;
}

bool IsOf(FieldType type, NodeKind kind) {
  switch (type) {
    case FieldType::kBool: return kind == NodeKind::kBool;
    case FieldType::kInt:
    case FieldType::kDecimal: return kind == NodeKind::kNumber;
    case FieldType::kText: return kind == NodeKind::kString;
  }
  return false;
}

// Whether the value is of the field's type, or of its list's elements.
bool HasType(const Document& document, NodeIndex node, const Field& field) {
  const Node& written = document[node];
  if (written.kind == NodeKind::kNull) return field.nullable;
  if (!field.is_list) return IsOf(field.type, written.kind);
  if (written.kind != NodeKind::kArray) return false;
  for (NodeIndex at = node + 1; at < written.next; at = document[at].next) {
    if (!IsOf(field.type, document[at].kind)) return false;
  }
  return true;
}

// What JSON has of another type would be one of the field's in a cell: "850" a
// number, null a blank. So it stands as JSON, and is as wrong as it was.
CellValue AsJson(const Document& document, NodeIndex node) {
  const Node& written = document[node];
  return TextValue(std::string(kJsonMark) +
                   std::string(document.text().substr(
                       written.begin, written.end - written.begin)));
}

CellValue ValueAt(const Document& document, NodeIndex node, const Field& field,
                  Lang lang) {
  const Node& written = document[node];
  const bool closed = !field.choices.empty();
  if (written.kind == NodeKind::kArray && field.is_list) {
    return ListValue(document, node, field, lang);
  }
  if (written.kind == NodeKind::kBool && !closed) {
    return TextValue(TruthLabel(written.boolean, lang));
  }
  const std::string_view text = WrittenAt(document, node);
  if (closed) return TextValue(WrittenWords(field, text, lang));
  const auto number =
      written.kind == NodeKind::kNumber ? Decimal::Parse(text) : std::nullopt;
  if (!number || !KeepsItsDigits(*number)) return TextValue(text);
  return {CellValue::Kind::kNumber, number->ToString()};
}

void Hide(const Program& program, CellValue* value) {
  std::string text = value->text;
  program.redaction.Apply(&text);
  if (text == value->text) return;
  value->text = std::move(text);
  value->kind = CellValue::Kind::kText;
  value->hidden = true;
}

// "-" is no blank cell, though both say nothing.
CellValue NullValue(const Record& record, NodeIndex node) {
  const CellOrigin* cell =
      record.row() == nullptr
          ? nullptr
          : record.row()->CellAt((*record.document())[node].begin);
  return cell == nullptr ? CellValue{} : TextValue(cell->text);
}

// The cell that a row's value was read from.
void SetPlace(const Record& record, NodeIndex node, CellValue* value) {
  const bool told = value->hidden || value->reads_otherwise ||
                    value->loses_signs || value->text.size() > kMostInCell;
  if (!told || record.row() == nullptr) return;
  Location location;
  LocateInRow(*record.row(), record.document()->text(),
              record.document()->SpanOf(node), &location);
  value->place = PlaceInFile(location);
  value->heading = PlaceHeading(location);
}

bool IsOpen(const Value& value) {
  return value.is_unknown() && (value.causes() & kQuestion) != 0;
}

// What can be read in two ways stands as it was sent, as the finding about its
// cell shows it: either reading would be an answer that nobody gave.
CellValue AsSent(const Decision& decision, const std::string& field) {
  for (const Finding& finding : decision.findings) {
    if (finding.field == field && finding.location) {
      return TextValue(finding.location->line);
    }
  }
  return {};
}

}  // namespace

std::vector<CellValue> ValuesOf(const Record& record, const Decision& decision,
                                const Program& program, Lang lang) {
  const Layout& layout = program.layout;
  std::vector<CellValue> values(layout.size());
  if (record.document() == nullptr) return values;
  for (FieldIndex i = 0; i < layout.size(); ++i) {
    const NodeIndex node = record[i].node;
    if (node == kNoNode) continue;
    const Document& document = *record.document();
    const bool is_json = record.row() == nullptr;
    if (IsOpen(record[i].value)) {
      values[i] = is_json ? TextValue(WrittenAt(document, node))
                          : AsSent(decision, layout[i].name);
    } else if (is_json && !HasType(document, node, layout[i])) {
      values[i] = AsJson(document, node);
    } else if (document[node].kind == NodeKind::kNull) {
      values[i] = NullValue(record, node);
    } else {
      values[i] = ValueAt(document, node, layout[i], lang);
    }
    values[i].loses_signs = LosesSigns(values[i].text);
    Hide(program, &values[i]);
    SetPlace(record, node, &values[i]);
  }
  return values;
}

std::vector<UnreadCell> UnreadOf(const Record& record, const Program& program,
                                 Lang lang) {
  std::vector<UnreadCell> cells;
  for (const UnreadValue& sent : record.unread()) {
    UnreadCell& cell = cells.emplace_back();
    cell.heading = sent.heading;
    cell.field = sent.field;
    program.redaction.Apply(&cell.heading);
    const auto number =
        sent.is_number ? Decimal::Parse(sent.text) : std::nullopt;
    const bool closed =
        sent.field != kNoField && !program.layout[sent.field].choices.empty();
    if (closed) {
      cell.value =
          TextValue(WrittenWords(program.layout[sent.field], sent.text, lang));
    } else if (number && KeepsItsDigits(*number)) {
      cell.value = {CellValue::Kind::kNumber, number->ToString()};
    } else {
      cell.value = TextValue(sent.text);
    }
    cell.value.loses_signs = LosesSigns(cell.value.text);
    Hide(program, &cell.value);
  }
  return cells;
}

}  // namespace sigte

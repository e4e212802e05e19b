// SPDX-License-Identifier: MPL-2.0

// The queue as rows: one JSON object a question, with the answer left blank.

#include "engine/app/review_queue.h"
#include "engine/base/json_writer.h"
#include "engine/report/decision_json.h"

namespace sigte {
namespace {

bool IsPlainNumber(std::string_view text) {
  return !text.empty() && text.size() < 18 && (text == "0" || text[0] != '0') &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

void WriteKey(const Layout& layout, FieldIndex field, const std::string& value,
              JsonWriter* json) {
  if (field == kNoField) return;
  json->Key(layout[field].name);
  if (layout[field].type == FieldType::kInt && IsPlainNumber(value)) {
    json->Raw(value);
  } else {
    json->String(value);
  }
}

void WriteRecord(const RecordKey& key, const Layout& layout, JsonWriter* json) {
  json->BeginObject();
  WriteKey(layout, layout.group, key.group, json);
  WriteKey(layout, layout.id, key.id, json);
  json->EndObject();
}

void WriteOrNull(std::string_view key, const std::string& text,
                 JsonWriter* json) {
  json->Key(key);
  if (text.empty()) {
    json->Null();
  } else {
    json->String(text);
  }
}

void WriteRuling(const Ruling& ruling, JsonWriter* json) {
  json->BeginObject();
  json->Key("ruling");
  json->String(ruling.id);
  json->Key("answer");
  json->Bool(ruling.answer);
  json->Key("reason");
  json->String(ruling.reason);
  json->Key("text");
  json->String(ruling.text);
  json->Key("body");
  json->String(ruling.by.body);
  json->Key("approved_by");
  if (ruling.approved) {
    json->String(ruling.approved->body);
  } else {
    json->Null();
  }
  json->Key("date");
  json->String(ruling.by.date);
  json->EndObject();
}

class RowWriter {
 public:
  RowWriter(const ReviewQueue& queue, const RulingBook& book,
            const Program& program)
      : queue_(queue), book_(book), program_(program) {}

  void Append(const ReviewItem& item, std::string* out) const {
    JsonWriter json(out);
    json.BeginObject();
    json.Key("record");
    WriteRecord(item.file->record, program_.layout, &json);
    WriteHead(item, &json);
    WriteFacts(*item.file, &json);
    json.Key("precedents");
    json.BeginArray();
    for (const std::uint32_t ruling : queue_.PrecedentsOf(*item.file)) {
      WriteRuling(book_.rulings()[ruling], &json);
    }
    json.EndArray();
    if (item.proposal != kNoIndex) {
      json.Key("proposal");
      WriteRuling(book_.rulings()[item.proposal], &json);
    }
    for (const char* blank :
         {"answer", "reason", "text", "body", "role", "review_by"}) {
      json.Key(blank);
      json.Null();
    }
    json.EndObject();
    out->push_back('\n');
  }

 private:
  void WriteHead(const ReviewItem& item, JsonWriter* json) const {
    const CompiledRule& rule = program_.rules[item.file->rule];
    json->Key("rule");
    json->String(rule.id);
    json->Key("code");
    json->String(rule.code);
    json->Key("rule_title");
    WriteText(rule.title, json);
    json->Key("question");
    WriteText(QuestionText(item, program_), json);
    const AnswerLeads leads = LeadsOf(item, book_);
    json->Key("if_yes");
    json->String(VerdictName(leads.yes));
    json->Key("if_no");
    json->String(VerdictName(leads.no));
    WriteOrNull("title", item.decision->title, json);
    json->Key("amount");
    if (item.decision->amount) {
      json->Int(*item.decision->amount);
    } else {
      json->Null();
    }
    json->Key("file");
    json->String(item.decision->file);
    json->Key("line");
    json->Int(static_cast<std::int64_t>(item.decision->line));
  }

  static void WriteFacts(const CaseFile& file, JsonWriter* json) {
    json->Key("evidence");
    json->String(file.evidence);
    json->Key("reads");
    json->BeginObject();
    for (const auto& [field, value] : file.reads) {
      json->Key(field);
      json->String(value);
    }
    json->EndObject();
    json->Key("found");
    json->BeginArray();
    for (const std::string& found : file.found) json->String(found);
    json->EndArray();
  }

  const ReviewQueue& queue_;
  const RulingBook& book_;
  const Program& program_;
};

}  // namespace

std::string QueueRows(const std::vector<ReviewItem>& items,
                      const ReviewQueue& queue, const RulingBook& book,
                      const Program& program) {
  std::string out;
  const RowWriter writer(queue, book, program);
  for (const ReviewItem& item : items) writer.Append(item, &out);
  return out;
}

}  // namespace sigte

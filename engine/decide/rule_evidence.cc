// SPDX-License-Identifier: MPL-2.0

// Which fields a rule reads, whatever path its evaluation takes.

#include "engine/decide/rule_evidence.h"

#include <algorithm>

#include "engine/base/canonical_text.h"
#include "engine/base/digest.h"
#include "engine/base/json_writer.h"

namespace sigte {
namespace {

constexpr std::string_view kForm = "sigte-evidence-1\n";

// Follows the operands of one rule's value.
class Reader {
 public:
  explicit Reader(const Program& program)
      : program_(program), seen_(program.code.size(), 0) {}

  void Read(std::uint32_t index) {
    if (index == kNoIndex || seen_[index] != 0) return;
    seen_[index] = 1;
    const Instruction& code = program_.code[index];
    for (const std::uint32_t operand : program_.OperandsOf(code)) Read(operand);
    switch (code.op) {
      case Opcode::kField: fields_.push_back(code.a); break;
      case Opcode::kText:
      case Opcode::kMentions:
      case Opcode::kSupplements:
      case Opcode::kNegates:
      case Opcode::kTogether: ReadText(code.a); break;
      case Opcode::kAll:
      case Opcode::kExists:
      case Opcode::kExistsOne: ReadBody(index, code); break;
      case Opcode::kGroupCount: ReadQuery(code.a); break;
      default: break;
    }
  }

  std::vector<FieldIndex> TakeFields() {
    std::ranges::sort(fields_, {}, [&](FieldIndex field) {
      return std::string_view(program_.layout[field].name);
    });
    fields_.erase(std::unique(fields_.begin(), fields_.end()), fields_.end());
    return std::move(fields_);
  }
  // In the order of the conditions: a program numbers them as it meets them,
  // in whatever rule.
  std::vector<std::uint32_t> TakeQueries() { return std::move(queries_); }

 private:
  void ReadText(std::uint32_t group) {
    const std::vector<FieldIndex>& fields = program_.texts[group].fields;
    fields_.insert(fields_.end(), fields.begin(), fields.end());
  }

  // What does not turn on the variable may lie before the quantifier.
  void ReadBody(std::uint32_t index, const Instruction& code) {
    for (std::uint32_t i = index + 1; i < code.a; ++i) Read(i);
    Read(code.b);
  }

  void ReadQuery(std::uint32_t query) {
    const GroupQuery& asked = program_.group_queries[query];
    queries_.push_back(query);
    fields_.insert(fields_.end(), asked.key.begin(), asked.key.end());
    Read(asked.operand);
  }

  const Program& program_;
  std::vector<std::uint8_t> seen_;  // by instruction
  std::vector<FieldIndex> fields_;
  std::vector<std::uint32_t> queries_;
};

void AppendQuoted(std::string_view text, std::string* out) {
  JsonWriter(out, JsonEscapes::kRequired).String(CanonicalText(text));
}

void AppendValue(const Value& value, std::string* out) {
  switch (value.kind()) {
    case Kind::kUnknown: out->append("unknown"); break;
    case Kind::kBool: out->append(value.is_true() ? "true" : "false"); break;
    case Kind::kInt:
    case Kind::kDecimal: out->append(value.decimal_value().ToString()); break;
    case Kind::kText: AppendQuoted(value.text(), out); break;
    case Kind::kList:
      out->push_back('[');
      for (std::size_t i = 0; i < value.count(); ++i) {
        if (i > 0) out->push_back(',');
        AppendValue(value.items()[i], out);
      }
      out->push_back(']');
      break;
  }
}

std::string GroupName(const Program& program, const GroupQuery& query) {
  std::string name = "group(";
  for (std::size_t i = 0; i < query.key.size(); ++i) {
    if (i > 0) name += ',';
    name += program.layout[query.key[i]].name;
  }
  return name + ")";
}

}  // namespace

std::string CanonicalValue(const Record& record, FieldIndex field) {
  const Value& value = record[field].value;
  std::string out;
  if (!value.is_unknown()) {
    AppendValue(value, &out);
  } else if ((value.causes() & kError) == 0) {
    out = "missing";
  } else {
    out = "unread:";
    AppendQuoted(record.Written(field), &out);
  }
  return out;
}

RuleEvidence::RuleEvidence(const Program& program) : program_(program) {
  rules_.reserve(program.rules.size());
  for (const CompiledRule& rule : program.rules) {
    Reader reader(program);
    reader.Read(rule.value);
    Reads& reads = rules_.emplace_back();
    reads.fields = reader.TakeFields();
    reads.queries = reader.TakeQueries();
  }
}

std::string RuleEvidence::Digest(const Record& record,
                                 const std::vector<Value>* measures,
                                 std::uint32_t rule) const {
  std::string lines(kForm);
  lines += program_.rules[rule].id + "\n";
  for (const FieldIndex field : rules_[rule].fields) {
    lines += program_.layout[field].name + "=" + CanonicalValue(record, field) +
             "\n";
  }
  for (std::size_t i = 0; i < rules_[rule].queries.size(); ++i) {
    const std::uint32_t query = rules_[rule].queries[i];
    lines += GroupName(program_, program_.group_queries[query]) + "#" +
             std::to_string(i) + "=";
    AppendValue(
        measures == nullptr ? Value::Unknown(kMissing) : (*measures)[query],
        &lines);
    lines += "\n";
  }
  return "sha256:" + Sha256Hex(lines);
}

}  // namespace sigte

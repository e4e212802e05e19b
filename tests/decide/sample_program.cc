// SPDX-License-Identifier: MPL-2.0

#include "tests/decide/sample_program.h"

#include "gtest/gtest.h"

namespace sigte::test {
namespace {

// Sources outlive every program that points at them.
const Source* KeepSource(std::string text) {
  static std::vector<std::unique_ptr<Source>> sources;
  sources.push_back(
      std::make_unique<Source>("rules/sample.yaml", std::move(text)));
  return sources.back().get();
}

void AppendEvidence(const Evidence& evidence, std::string* out) {
  *out += "    " + evidence.field + " \"" + evidence.found + "\" " +
          evidence.compared + " | " + evidence.condition + " @" +
          std::to_string(evidence.rule_place.line);
  if (!evidence.lacks.empty()) *out += " lacks " + evidence.lacks;
  if (evidence.location) {
    const Location& at = *evidence.location;
    *out += " at " + std::to_string(at.place.line) + ":" +
            std::to_string(at.place.column) + "-" +
            std::to_string(at.end_column);
  }
  *out += "\n";
}

}  // namespace

ProgramBuilder::ProgramBuilder() : program_(std::make_unique<Program>()) {
  program_->ruleset_id = "sample";
  program_->ruleset_version = "1.0.0";
  program_->ruleset_digest = std::string(64, 'a');
}

FieldIndex ProgramBuilder::AddField(std::string name, FieldType type,
                                    LocalText title,
                                    std::vector<std::string> choices) {
  sigte::Field field;
  field.name = std::move(name);
  field.type = type;
  field.of_group = field.name == "municipality";
  field.title = std::move(title);
  for (std::string& choice : choices) {
    field.choices.push_back({std::move(choice), {}, {}});
  }
  program_->layout.Add(field);
  const auto index = static_cast<FieldIndex>(program_->layout.size() - 1);
  program_->texts.push_back({field.name, {index}});
  return index;
}

Index ProgramBuilder::Constant(const Value& value) {
  program_->constants.push_back(value);
  return Op("constant", Opcode::kConstant, {},
            static_cast<Index>(program_->constants.size() - 1));
}

Index ProgramBuilder::Text(std::string_view text) {
  program_->strings.emplace_back(text);
  return Constant(Value::Text(program_->strings.back()));
}

Index ProgramBuilder::Field(std::string_view name) {
  return Op(name, Opcode::kField, {}, program_->layout.Find(name));
}

Index ProgramBuilder::Op(std::string_view text, Opcode op,
                         std::vector<Index> operands, Index a, Index b) {
  Instruction code;
  code.op = op;
  code.a = a;
  code.b = b;
  code.operand_count = static_cast<std::uint16_t>(operands.size());
  code.first_operand = static_cast<Index>(program_->operands.size());
  program_->operands.insert(program_->operands.end(), operands.begin(),
                            operands.end());
  program_->origins.push_back({0, {text_.size(), text_.size() + text.size()}});
  text_.append(text);
  text_ += '\n';
  program_->code.push_back(code);
  return static_cast<Index>(program_->code.size() - 1);
}

Index ProgramBuilder::Mentions(std::string_view field, std::string_view term,
                               Opcode op) {
  Index group = 0;
  while (program_->texts[group].name != field) ++group;
  const auto number = static_cast<Index>(program_->lexicon->Find(term));
  return Op(
      "mentions(" + std::string(field) + ", \"" + std::string(term) + "\")", op,
      {}, group, number);
}

Index ProgramBuilder::AddRule(std::string id, std::string code,
                              CompiledKind kind, LocalText title, Index holds,
                              Index unclear, Index except) {
  CompiledRule rule;
  rule.id = std::move(id);
  rule.code = std::move(code);
  rule.kind = kind;
  rule.title = std::move(title);
  rule.message = {"besked om " + rule.id, "message about " + rule.id};
  rule.ask = {"spørgsmål om " + rule.id + "?", "question on " + rule.id + "?"};
  rule.source = "Kilde";
  rule.file = 0;
  rule.holds = holds;
  Index value = holds;
  if (unclear != kNoIndex) {
    rule.unclear = Op("unclear", Opcode::kUnclear, {unclear});
    value = holds == kNoIndex
                ? rule.unclear
                : Op("holds or unclear", Opcode::kOr, {holds, rule.unclear});
  }
  if (except != kNoIndex) {
    rule.except = except;
    const Index none = Op("no exception", Opcode::kNot, {except});
    value = Op("unless", Opcode::kAnd, {value, none});
  }
  rule.value = value;
  rule.place = {program_->code.size(), 1};
  program_->rules.push_back(std::move(rule));
  return value;
}

void ProgramBuilder::Terms(
    std::vector<std::pair<std::string, std::string>> terms) {
  Language language;
  language.folding = {{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}};
  language.endings = {"s", "e", "er"};
  language.negating_before = {{{"uden", {}}, 6}};
  std::vector<TermSource> sources;
  for (auto& [id, word] : terms) {
    TermSource term;
    term.id.text = id;
    term.title = {"begrebet " + id, "the term " + id};
    term.words = {{word, {}}};
    sources.push_back(std::move(term));
  }
  IssueList issues;
  program_->lexicon = Lexicon::Build(language, sources, &issues);
  ASSERT_NE(program_->lexicon, nullptr)
      << Format(issues.issues()[0], Lang::kEn);
}

CompiledRule& ProgramBuilder::rule(std::string_view id) {
  for (CompiledRule& rule : program_->rules) {
    if (rule.id == id) return rule;
  }
  ADD_FAILURE() << "no rule " << id;
  return program_->rules.front();
}

std::unique_ptr<Program> ProgramBuilder::Finish() {
  std::vector<Index> inclusions;
  std::vector<Index> exclusions;
  for (const CompiledRule& rule : program_->rules) {
    if (rule.kind == CompiledKind::kInclusion) inclusions.push_back(rule.value);
    if (rule.kind == CompiledKind::kExclusion) exclusions.push_back(rule.value);
  }
  program_->inclusion = Op("inclusion", Opcode::kOr, inclusions);
  program_->exclusion = Op("exclusion", Opcode::kOr, exclusions);
  const Index none = Op("!exclusion", Opcode::kNot, {program_->exclusion});
  program_->scope =
      Op("inclusion && !exclusion", Opcode::kAnd, {program_->inclusion, none});
  program_->files = {KeepSource(text_)};
  return std::move(program_);
}

std::unique_ptr<Program> SampleProgram() {
  ProgramBuilder b;
  b.Terms({{"interpreting", "tolk"}, {"network", "netværk"}});
  Layout& layout = b.program().layout;
  layout.list_member = "efforts";
  layout.missing_markers = {"-", "ukendt"};
  layout.id = b.AddField("id", FieldType::kText, {"Id", "Id"});
  layout.group = b.AddField("municipality", FieldType::kInt,
                            {"Kommune", "Municipality"}, {"101", "751"});
  layout.title = b.AddField("title", FieldType::kText, {"Titel", "Title"});
  layout.amount =
      b.AddField("amount", FieldType::kInt, {"Udgifter", "Expenditure"});
  b.AddField("target", FieldType::kText, {"Målgruppe", "Target group"},
             {"a", "b", "c"});
  b.AddField("share", FieldType::kDecimal, {"Andel", "Share"});
  b.AddField("content", FieldType::kText, {"Indhold", "Content"});

  const Index share = b.Field("share");
  const Index amount = b.Field("amount");
  const Index majority = b.AddRule(
      "majority", "F1", CompiledKind::kFact, {"Flertal", "Majority"},
      b.Op("share >= 56", Opcode::kGreaterEqual, {share, b.Number(56)}));
  b.AddRule("interpreting", "E5", CompiledKind::kExclusion,
            {"Udgifter til tolkning", "Interpreting"},
            b.Mentions("title", "interpreting"),
            b.Mentions("content", "interpreting"));
  const Index is_c =
      b.Op("target == \"c\"", Opcode::kEqual, {b.Field("target"), b.Text("c")});
  const Index small = b.Op("share < 45", Opcode::kLess, {share, b.Number(45)});
  b.AddRule("minority", "E6", CompiledKind::kExclusion,
            {"Mindretal", "Minority"},
            b.Op("target == \"c\" && share < 45", Opcode::kAnd, {is_c, small}));
  const Index is_a =
      b.Op("target == \"a\"", Opcode::kEqual, {b.Field("target"), b.Text("a")});
  const Index c_and_many =
      b.Op("target == \"c\" && majority", Opcode::kAnd, {is_c, majority});
  b.AddRule("primary", "I1", CompiledKind::kInclusion,
            {"Primær målgruppe", "Primary target group"},
            b.Op("target == \"a\" || target == \"c\" && majority", Opcode::kOr,
                 {is_a, c_and_many}));
  b.AddRule("network", "I2", CompiledKind::kInclusion, {"Netværk", "Networks"},
            b.Mentions("content", "network"));
  b.AddRule("negative", "C1", CompiledKind::kReject,
            {"Negativt beløb", "Negative amount"},
            b.Op("amount < 0", Opcode::kLess, {amount, b.Number(0)}));
  b.AddRule(
      "unit_slip", "C2", CompiledKind::kQuestion,
      {"Hele kroner", "Whole kroner"},
      b.Op("amount > 50000", Opcode::kGreater, {amount, b.Number(50000)}));
  const Index has = b.Op("has(content)", Opcode::kHas, {b.Field("content")});
  b.AddRule("blank_content", "C3", CompiledKind::kNote,
            {"Intet indhold", "No content"},
            b.Op("!has(content)", Opcode::kNot, {has}));
  b.rule("unit_slip").help = {"skriv beløbet i 1.000 kr.",
                              "write the amount in 1,000 kr."};
  return b.Finish();
}

const Program& Sample() {
  static const std::unique_ptr<Program> program = SampleProgram();
  return *program;
}

Submission::Submission(const Program& program, std::string_view text)
    : text_(text) {
  JsonReader reader;
  IssueList issues;
  const bool read = reader.Read(text_.text(), nullptr, 0, &document_, &issues);
  EXPECT_TRUE(read) << (read ? "" : Format(issues.issues()[0], Lang::kEn));
  if (!read) return;
  const NodeIndex list =
      document_[0].kind == NodeKind::kObject
          ? document_.Member(Document::kRoot, program.layout.list_member)
          : kNoNode;
  const auto add = [&](NodeIndex node, NodeIndex file) {
    records_.push_back(std::make_unique<Record>(program.layout));
    records_.back()->Fill(document_, node, file);
  };
  if (list == kNoNode) {
    add(Document::kRoot, kNoNode);
    return;
  }
  for (NodeIndex at = list + 1; at < document_[list].next;
       at = document_[at].next) {
    add(at, Document::kRoot);
  }
}

void Submission::DecideInto(Decider* decider, std::size_t index,
                            Decision* decision) {
  decider->Decide(*records_[index], {"data.json", 1}, {}, nullptr, {},
                  decision);
}

Decision Submission::Decide(Decider* decider, std::size_t index,
                            std::vector<Finding> faults) {
  Decision decision;
  decider->Decide(*records_[index], {"data.json", 1}, std::move(faults),
                  nullptr, {}, &decision);
  return decision;
}

Decision DecideOne(const Program& program, std::string_view text) {
  Submission submission(program, text);
  Decider decider(program);
  return submission.Decide(&decider);
}

std::vector<Decision> DecideAll(const Program& program, std::string_view text) {
  Submission submission(program, text);
  Decider decider(program);
  std::vector<Decision> decisions;
  for (std::size_t i = 0; i < submission.size(); ++i) {
    decisions.push_back(submission.Decide(&decider, i));
  }
  return decisions;
}

std::string Dump(const Decision& decision, const Program& program) {
  std::string out(VerdictName(decision.verdict));
  out += " (";
  out += decision.scope ? VerdictName(*decision.scope) : "unreadable";
  out += ")\n";
  for (const Reason& reason : decision.reasons) {
    out += "  " + program.rules[reason.rule].code + " " +
           ToString(reason.value) + "\n";
    for (const Evidence& evidence : reason.evidence) {
      AppendEvidence(evidence, &out);
    }
    for (const Obstacle& obstacle : reason.obstacles) {
      out += obstacle.holds ? "    against: " : "    lacking: ";
      out += program.rules[obstacle.rule].code + "\n";
    }
  }
  for (const Question& question : decision.questions) {
    out += "  ? " + program.rules[question.rule].code + " " + question.field;
    for (const std::uint32_t rule : question.also) {
      out += "+ " + program.rules[rule].code + " ";
    }
    out += ":";
    for (const Outcome& outcome : question.outcomes) {
      out += " [" + outcome.answer + "] " +
             std::string(VerdictName(outcome.verdict));
    }
    out += question.settles ? " settles\n" : "\n";
  }
  for (const Finding& finding : decision.findings) {
    out += "  ! " + finding.code + " " +
           std::string(EffectName(finding.effect)) + " " + finding.field +
           ": " + finding.message.In(Lang::kEn);
    if (finding.location) {
      out += " at " + std::to_string(finding.location->place.line) + ":" +
             std::to_string(finding.location->place.column);
    }
    out += "\n";
  }
  return out;
}

}  // namespace sigte::test

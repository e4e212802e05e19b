// SPDX-License-Identifier: MPL-2.0

#include "tests/compile/generator.h"

#include <array>

#include "tests/record/fields.h"

namespace sigte::oracle {
namespace {

constexpr std::array<const char*, 11> kTexts = {
    "", "a", "b", "ab", "ab c", "b a b", "Æ ø", "cc", "2019", "1", "b, a-b"};
constexpr std::array<const char*, 7> kPatterns = {"a",  "^a",    "b$",   "ab?",
                                                  "^$", "(a|c)", "[bc]+"};
constexpr std::array<std::int64_t, 12> kInts = {0,
                                                1,
                                                2,
                                                3,
                                                -1,
                                                -7,
                                                10,
                                                100,
                                                2019,
                                                4'611'686'018'427'387'904,
                                                9'223'372'036'854'775'807,
                                                -9'223'372'036'854'775'807 - 1};
constexpr std::array<const char*, 9> kDecimals = {
    "0.5", "-0.5", "2.25", "3.0", "0.1", "1000000.01", "-12.75", "7.0", "0.0"};

ExpressionPtr Literal(const Value& value) {
  auto e = std::make_unique<Expression>();
  e->literal = value;
  return e;
}

ExpressionPtr TextLiteral(const std::string& text) {
  auto e = std::make_unique<Expression>();
  e->text = text;
  e->literal = Value::Text(e->text);
  return e;
}

ExpressionPtr Call(const std::string& name, ExpressionPtr a,
                   ExpressionPtr b = nullptr) {
  auto e = std::make_unique<Expression>();
  e->kind = ExpressionKind::kCall;
  e->name = name;
  e->children.push_back(std::move(a));
  if (b != nullptr) e->children.push_back(std::move(b));
  return e;
}

Rule MakeRule(const std::string& id, ExpressionPtr holds,
              ExpressionPtr unclear) {
  Rule rule;
  rule.id.text = id;
  rule.holds_when = std::move(holds);
  rule.unclear_when = std::move(unclear);
  return rule;
}

}  // namespace

Ruleset MakeRuleset() {
  Ruleset ruleset;
  ruleset.layout.Add(MakeField("flag", FieldType::kBool, false));
  ruleset.layout.Add(MakeField("n", FieldType::kInt, false));
  ruleset.layout.Add(MakeField("m", FieldType::kInt, false));
  ruleset.layout.Add(MakeField("d", FieldType::kDecimal, false));
  ruleset.layout.Add(MakeField("s", FieldType::kText, false));
  ruleset.layout.Add(MakeField("t", FieldType::kText, false));
  ruleset.layout.Add(MakeField("ns", FieldType::kInt, true));
  ruleset.layout.Add(MakeField("ts", FieldType::kText, true));
  ruleset.texts.push_back({{"both", {}}, {4, 5}});
  ruleset.parameters.resize(2);
  ruleset.parameters[0].name.text = "known";
  ruleset.parameters[0].value = Value::Int(56);
  ruleset.parameters[1].name.text = "open";
  ruleset.parameters[1].value = Value::Unknown(kMissing);
  return ruleset;
}

void Generator::AddFacts(Ruleset* ruleset) {
  ruleset->rules.push_back(MakeRule("fact_a", Condition(2), Condition(2)));
  ruleset->rules.push_back(
      MakeRule("fact_b", nullptr, Chance(50) ? Condition(2) : Name("fact_a")));
  ruleset->rules.push_back(MakeRule("fact_c", Condition(2), nullptr));
  ruleset->rules.back().unless = {{"fact_a", {}}, {"fact_b", {}}};
  facts_ready_ = true;
}

ExpressionPtr Generator::VariableOr(ExpressionPtr otherwise) {
  if (variables_.empty() || Chance(40)) return otherwise;
  return Name(variables_[Below(variables_.size())]);
}

ExpressionPtr Generator::Condition(int depth) {
  if (options_.ill_typed && Chance(3)) return Anything(depth);
  if (depth <= 0) {
    if (facts_ready_ && Chance(20)) {
      return Name(std::string("fact_") + "abc"[Below(3)]);
    }
    if (Chance(20)) return Literal(Value::Bool(Chance(50)));
    return VariableOr(Chance(70) ? Name("flag")
                                 : Literal(Value::Unknown(kMissing)));
  }
  switch (Below(11)) {
    case 10: return Enough(depth - 1);
    case 0:
    case 1:
      return Binary(Operator::kAnd, Condition(depth - 1), Condition(depth - 1));
    case 2:
    case 3:
      return Binary(Operator::kOr, Condition(depth - 1), Condition(depth - 1));
    case 4: return NotOf(Condition(depth - 1));
    case 5: return TextTest(depth - 1);
    case 6: return Quantifier(depth - 1);
    case 7:
      return Choice(Condition(depth - 1), Condition(depth - 1),
                    Condition(depth - 1));
    default: return Comparison(depth - 1);
  }
}

// A count now and then is no literal, or more than there are conditions.
ExpressionPtr Generator::Enough(int depth) {
  const std::size_t conditions = 1 + Below(4);
  auto e = std::make_unique<Expression>();
  e->kind = ExpressionKind::kCall;
  e->name = "at_least";
  e->children.push_back(
      Chance(15)
          ? Number(depth)
          : Literal(Value::Int(static_cast<int>(Below(conditions + 2)))));
  for (std::size_t i = 0; i < conditions; ++i) {
    e->children.push_back(Condition(depth));
  }
  return e;
}

ExpressionPtr Generator::Comparison(int depth) {
  constexpr std::array kOperators = {
      Operator::kEqual,     Operator::kNotEqual, Operator::kLess,
      Operator::kLessEqual, Operator::kGreater,  Operator::kGreaterEqual};
  const Operator op = kOperators[Below(kOperators.size())];
  if (options_.ill_typed && Chance(5)) {
    return Binary(op, Anything(depth), Anything(depth));
  }
  switch (Below(6)) {
    case 0: return Binary(op, Text(depth), Text(depth));
    case 1: return Binary(Operator::kIn, Number(depth), List(depth));
    case 2: return Binary(Operator::kIn, Text(depth), List(depth));
    case 3: return Binary(Operator::kEqual, List(depth), List(depth));
    default: return Binary(op, Number(depth), Number(depth));
  }
}

ExpressionPtr Generator::TextTest(int depth) {
  if (options_.not_monotone && Chance(20)) return Call("has", Anything(depth));
  constexpr std::array kTests = {"contains", "startsWith", "endsWith"};
  const bool both = options_.not_monotone && Chance(40);
  ExpressionPtr text = both ? Name("both") : Text(depth);
  if (Chance(30)) {
    return Call("matches", std::move(text),
                TextLiteral(kPatterns[Below(kPatterns.size())]));
  }
  return Call(kTests[Below(kTests.size())], std::move(text), Text(depth));
}

ExpressionPtr Generator::Quantifier(int depth) {
  constexpr std::array kQuantifiers = {"all", "exists", "exists_one"};
  auto e = std::make_unique<Expression>();
  e->kind = ExpressionKind::kQuantifier;
  e->name = kQuantifiers[Below(kQuantifiers.size())];
  // Few names, so that some variables hide others.
  e->variable = std::string("v") + "12"[Below(2)];
  e->children.push_back(options_.ill_typed && Chance(5) ? Anything(depth)
                                                        : List(depth));
  variables_.push_back(e->variable);
  e->children.push_back(Condition(depth));
  variables_.pop_back();
  return e;
}

ExpressionPtr Generator::Choice(ExpressionPtr condition, ExpressionPtr yes,
                                ExpressionPtr no) {
  auto e = std::make_unique<Expression>();
  e->kind = ExpressionKind::kConditional;
  e->children.push_back(std::move(condition));
  e->children.push_back(std::move(yes));
  e->children.push_back(std::move(no));
  return e;
}

ExpressionPtr Generator::Measure(int depth) {
  const char* name = Chance(50) ? "size" : "words";
  if (options_.not_monotone && Chance(30)) return Call(name, Name("both"));
  return Call(name, Text(depth));
}

ExpressionPtr Generator::Number(int depth) {
  if (options_.ill_typed && Chance(3)) return Anything(depth);
  constexpr std::array kOperators = {Operator::kAdd, Operator::kSubtract,
                                     Operator::kMultiply, Operator::kDivide,
                                     Operator::kRemainder};
  constexpr std::array kNames = {"n", "m", "d", "known", "open"};
  if (depth > 0 && Chance(35)) {
    return Binary(kOperators[Below(kOperators.size())], Number(depth - 1),
                  Number(depth - 1));
  }
  switch (Below(8)) {
    case 0: return Literal(Value::Int(kInts[Below(kInts.size())]));
    case 1:
      return Literal(
          Value::Dec(*Decimal::Parse(kDecimals[Below(kDecimals.size())])));
    case 2: {
      auto e = std::make_unique<Expression>();
      e->kind = ExpressionKind::kUnary;
      e->op = Operator::kNegate;
      e->children.push_back(Number(depth - 1));
      return e;
    }
    case 3: return Measure(depth - 1);
    case 4: return Call("size", List(depth - 1));
    default: return VariableOr(Name(kNames[Below(kNames.size())]));
  }
}

ExpressionPtr Generator::Text(int depth) {
  if (options_.ill_typed && Chance(3)) return Anything(depth);
  if (depth > 0 && Chance(15)) {
    return Binary(Operator::kAdd, Text(depth - 1), Text(depth - 1));
  }
  if (options_.not_monotone && Chance(8)) return Name("both");
  if (Chance(40)) return TextLiteral(kTexts[Below(kTexts.size())]);
  return VariableOr(Name(Chance(50) ? "s" : "t"));
}

ExpressionPtr Generator::List(int depth) {
  if (Chance(50)) return Name(Chance(50) ? "ns" : "ts");
  auto e = std::make_unique<Expression>();
  e->kind = ExpressionKind::kList;
  const bool numbers = Chance(60);
  const std::size_t count = Below(4);
  for (std::size_t i = 0; i < count; ++i) {
    e->children.push_back(Chance(15) ? Literal(Value::Unknown(kMissing))
                          : numbers  ? Number(depth - 1)
                                     : Text(depth - 1));
  }
  return e;
}

ExpressionPtr Generator::Anything(int depth) {
  switch (Below(4)) {
    case 0: return Number(depth - 1);
    case 1: return Text(depth - 1);
    case 2: return List(depth - 1);
    default: return Condition(depth - 1);
  }
}

Thing Generator::ValueOf(const Field& field) {
  if (field.is_list) {
    std::vector<Thing> list(Below(4));
    Field element = field;
    element.is_list = false;
    for (Thing& thing : list) {
      thing = Chance(15) ? Unknown(kMissing) : ValueOf(element);
    }
    return ListOf(std::move(list));
  }
  switch (field.type) {
    case FieldType::kBool: return Truth(Chance(50));
    case FieldType::kInt:
      return Whole(std::to_string(kInts[Below(kInts.size())]));
    case FieldType::kDecimal:
      return DecimalOf(kDecimals[Below(kDecimals.size())]);
    case FieldType::kText: break;
  }
  return TextOf(kTexts[Below(kTexts.size())]);
}

std::vector<Thing> Generator::Fields(const Layout& layout) {
  std::vector<Thing> things;
  for (const Field& field : layout.fields()) {
    things.push_back(Chance(25)  ? Unknown(kMissing)
                     : Chance(5) ? Unknown(kError)
                                 : ValueOf(field));
  }
  return things;
}

ExpressionPtr Clone(const Expression& expression) {
  auto copy = std::make_unique<Expression>();
  copy->kind = expression.kind;
  copy->op = expression.op;
  copy->span = expression.span;
  copy->head = expression.head;
  copy->name = expression.name;
  copy->variable = expression.variable;
  copy->text = expression.text;
  copy->literal = expression.literal.kind() == Kind::kText
                      ? Value::Text(copy->text)
                      : expression.literal;
  for (const auto& child : expression.children) {
    copy->children.push_back(Clone(*child));
  }
  return copy;
}

ExpressionPtr Binary(Operator op, ExpressionPtr a, ExpressionPtr b) {
  auto e = std::make_unique<Expression>();
  e->kind = ExpressionKind::kBinary;
  e->op = op;
  e->children.push_back(std::move(a));
  e->children.push_back(std::move(b));
  return e;
}

ExpressionPtr NotOf(ExpressionPtr a) {
  auto e = std::make_unique<Expression>();
  e->kind = ExpressionKind::kUnary;
  e->op = Operator::kNot;
  e->children.push_back(std::move(a));
  return e;
}

ExpressionPtr Name(const std::string& name) {
  auto e = std::make_unique<Expression>();
  e->kind = ExpressionKind::kName;
  e->name = name;
  return e;
}

TwinRecord::TwinRecord(const Ruleset& ruleset, const std::vector<Thing>& fields)
    : ruleset_(ruleset), record_(ruleset.layout) {
  for (FieldIndex f = 0; f < fields.size(); ++f) Set(f, fields[f]);
  world_.names["known"] = Whole("56");
  world_.names["open"] = Unknown(kMissing);
  world_.texts["both"] = {"s", "t"};
  for (const Rule& rule : ruleset.rules) {
    RuleOf& copy = world_.rules[rule.id.text];
    copy.holds = rule.holds_when.get();
    copy.unclear = rule.unclear_when.get();
    for (const auto& id : rule.unless) copy.unless.push_back(id.text);
  }
}

void TwinRecord::Set(FieldIndex field, const Thing& thing) {
  record_.Set(field, ValueFor(thing));
  world_.names[ruleset_.layout[field].name] = thing;
}

Value TwinRecord::ValueFor(const Thing& thing) {
  switch (thing.is) {
    case Thing::Is::kUnknown:
      return Value::Unknown(static_cast<CauseSet>(thing.causes));
    case Thing::Is::kTruth: return Value::Bool(thing.truth);
    case Thing::Is::kWhole:
      return Value::Int(std::stoll(thing.number.ToString()));
    case Thing::Is::kDecimal:
      return Value::Dec(*Decimal::Parse(thing.number.ToString()));
    case Thing::Is::kText: return Value::Text(texts_.emplace_back(thing.text));
    case Thing::Is::kList: break;
  }
  std::vector<Value> items;
  for (const Thing& element : thing.list) items.push_back(ValueFor(element));
  const auto& kept = lists_.emplace_back(std::move(items));
  return Value::List(kept.data(), kept.size());
}

}  // namespace sigte::oracle

// SPDX-License-Identifier: MPL-2.0

#include "tests/compile/oracle.h"

#include <utility>

#include "tests/compile/oracle_operations.h"

namespace sigte::oracle {
namespace {

using Is = Thing::Is;

class Walker {
 public:
  explicit Walker(const World& world) : world_(world) {}

  Thing Walk(const Expression& e) {
    switch (e.kind) {
      case ExpressionKind::kLiteral: return OfLiteral(e);
      case ExpressionKind::kList: return ListOf(WalkAll(e));
      case ExpressionKind::kName: return OfName(e.name);
      case ExpressionKind::kUnary: return OfUnary(e);
      case ExpressionKind::kBinary: return OfBinary(e);
      case ExpressionKind::kConditional: return OfConditional(e);
      case ExpressionKind::kCall: return OfCall(e);
      case ExpressionKind::kQuantifier: return OfQuantifier(e);
    }
    return Unknown(kError);
  }

 private:
  std::vector<Thing> WalkAll(const Expression& e) {
    std::vector<Thing> things;
    for (const auto& child : e.children) things.push_back(Walk(*child));
    return things;
  }

  static Thing OfLiteral(const Expression& e) {
    switch (e.literal.kind()) {
      case Kind::kBool: return Truth(e.literal.is_true());
      case Kind::kInt: return Whole(std::to_string(e.literal.int_value()));
      case Kind::kDecimal:
        return DecimalOf(e.literal.decimal_value().ToString());
      case Kind::kText: return TextOf(e.text);
      default: return Unknown(e.literal.causes());
    }
  }

  Thing OfName(const std::string& name) {
    const auto found = world_.names.find(name);
    if (found != world_.names.end()) return found->second;
    if (world_.texts.contains(name)) return FirstOf(name);
    return OfRule(world_.rules.at(name));
  }

  Thing OfRule(const RuleOf& rule) {
    std::vector<Thing> grounds;
    if (rule.holds != nullptr) grounds.push_back(Walk(*rule.holds));
    if (rule.unclear != nullptr) {
      const Thing soft = Walk(*rule.unclear);
      grounds.push_back(AllTrue({soft, Unknown(kUnclear)}));
      // Its own unknown is told alone: "unclear" says that it was true.
      if (soft.is != Is::kTruth) grounds.back() = Unknown(Trouble(soft, false));
    }
    std::vector<Thing> exceptions;
    for (const auto& id : rule.unless) exceptions.push_back(OfName(id));
    return AllTrue({AnyTrue(grounds), Opposite(AnyTrue(exceptions))});
  }

  // The fields of a text that are not missing, or one missing text.
  std::vector<Thing> Present(const std::string& text) {
    std::vector<Thing> present;
    for (const auto& field : world_.texts.at(text)) {
      const Thing& thing = world_.names.at(field);
      if (thing.is != Is::kUnknown || thing.causes != kMissing) {
        present.push_back(thing);
      }
    }
    if (present.empty()) present.push_back(Unknown(kMissing));
    return present;
  }

  Thing FirstOf(const std::string& text) {
    unsigned causes = 0;
    for (const Thing& thing : Present(text)) {
      if (thing.is == Is::kText) return thing;
      causes |= Trouble(thing, false);
    }
    return Unknown(causes);
  }

  Thing OfUnary(const Expression& e) {
    const Thing operand = Walk(*e.children[0]);
    if (e.op == Operator::kNot) return Opposite(operand);
    const unsigned causes = Trouble(operand, IsNumber(operand));
    if (causes != 0) return Unknown(causes);
    return Fitting(operand.is == Is::kWhole, operand.number.Negated());
  }

  Thing OfBinary(const Expression& e) {
    const std::vector<Thing> both = WalkAll(e);
    switch (e.op) {
      case Operator::kAnd: return AllTrue(both);
      case Operator::kOr: return AnyTrue(both);
      case Operator::kEqual: return SameAs(both[0], both[1]);
      case Operator::kNotEqual: return Opposite(SameAs(both[0], both[1]));
      case Operator::kIn: return Member(both[0], both[1]);
      case Operator::kLess:
      case Operator::kLessEqual:
      case Operator::kGreater:
      case Operator::kGreaterEqual: return Ordered(e.op, both[0], both[1]);
      default: return Calculated(e.op, both[0], both[1]);
    }
  }

  Thing OfConditional(const Expression& e) {
    const std::vector<Thing> parts = WalkAll(e);
    const unsigned causes = Trouble(parts[0], parts[0].is == Is::kTruth);
    if (causes != 0) return Unknown(causes);
    return parts[0].truth ? parts[1] : parts[2];
  }

  // The texts that a function's first argument stands for.
  std::vector<Thing> Receivers(const Expression& e) {
    if (e.kind == ExpressionKind::kName && !world_.names.contains(e.name) &&
        world_.texts.contains(e.name)) {
      return Present(e.name);
    }
    return {Walk(e)};
  }

  // By trying what the unknown ones could be: all false, all true.
  static Thing EnoughOf(const std::vector<Thing>& things) {
    const Thing& wanted = things[0];
    unsigned causes = Trouble(wanted, wanted.is == Is::kWhole);
    const bool counts = causes == 0;
    Thing least = Whole("0");
    Thing most = Whole("0");
    for (std::size_t i = 1; i < things.size(); ++i) {
      const unsigned trouble = Trouble(things[i], things[i].is == Is::kTruth);
      causes |= trouble;
      const bool holds = trouble == 0 && things[i].truth;
      const Thing one = Whole("1");
      if (holds) least = Calculated(Operator::kAdd, least, one);
      if (holds || trouble != 0) most = Calculated(Operator::kAdd, most, one);
    }
    if (counts) {
      const Thing if_false = Ordered(Operator::kGreaterEqual, least, wanted);
      const Thing if_true = Ordered(Operator::kGreaterEqual, most, wanted);
      if (if_false.truth == if_true.truth) return if_false;
    }
    return Unknown(causes);
  }

  Thing OfCall(const Expression& e) {
    if (e.name == "at_least") return EnoughOf(WalkAll(e));
    std::vector<Thing> receivers = Receivers(*e.children[0]);
    if (e.name == "has") {
      const Thing asked = Walk(*e.children[0]);
      return Truth(asked.is != Is::kUnknown || asked.causes == kQuestion);
    }
    if (e.name == "size" || e.name == "words") {
      Thing sum = Whole("0");
      for (const Thing& t : receivers) {
        const Thing one = e.name == "size" ? Letters(t) : WordsIn(t);
        sum = Calculated(Operator::kAdd, sum, one);
      }
      return sum;
    }
    const Thing part = Walk(*e.children[1]);
    for (Thing& t : receivers) t = Tested(t, part, TestNamed(e.name));
    // One that is no truth value stays as it is; OR of one is itself.
    return AnyTrue(receivers);
  }

  Thing OfQuantifier(const Expression& e) {
    const Thing list = Walk(*e.children[0]);
    if (list.is != Is::kList) return Unknown(Trouble(list, false));
    std::vector<Thing> results;
    for (const Thing& element : list.list) {
      World inner = world_;
      inner.names[e.variable] = element;
      results.push_back(Walker(inner).Walk(*e.children[1]));
    }
    if (e.name == "all") return AllTrue(results);
    return e.name == "exists" ? AnyTrue(results) : ExactlyOne(results);
  }

  const World& world_;
};

std::string ShowUnknown(unsigned causes) {
  return "unknown(" + std::to_string(causes) + ")";
}

}  // namespace

Thing Unknown(unsigned causes) {
  Thing thing;
  thing.causes = causes;
  return thing;
}

Thing Truth(bool truth) {
  Thing thing;
  thing.is = Is::kTruth;
  thing.truth = truth;
  return thing;
}

Thing Whole(const std::string& number) {
  Thing thing;
  thing.is = Is::kWhole;
  thing.number = BigDecimal::Of(number);
  return thing;
}

Thing DecimalOf(const std::string& number) {
  Thing thing = Whole(number);
  thing.is = Is::kDecimal;
  return thing;
}

Thing TextOf(const std::string& text) {
  Thing thing;
  thing.is = Is::kText;
  thing.text = text;
  return thing;
}

Thing ListOf(std::vector<Thing> list) {
  Thing thing;
  thing.is = Is::kList;
  thing.list = std::move(list);
  return thing;
}

Thing Evaluate(const Expression& expression, const World& world) {
  return Walker(world).Walk(expression);
}

std::string Show(const Thing& thing) {
  switch (thing.is) {
    case Is::kUnknown: return ShowUnknown(thing.causes);
    case Is::kTruth: return thing.truth ? "true" : "false";
    case Is::kWhole: return "int " + thing.number.ToString();
    case Is::kDecimal: return "decimal " + thing.number.ToString();
    case Is::kText: return "'" + thing.text + "'";
    case Is::kList: break;
  }
  std::string text = "[";
  for (const Thing& element : thing.list) text += Show(element) + ";";
  return text + "]";
}

std::string Show(const Value& value) {
  switch (value.kind()) {
    case Kind::kUnknown: return ShowUnknown(value.causes());
    case Kind::kBool: return value.is_true() ? "true" : "false";
    case Kind::kInt: return "int " + std::to_string(value.int_value());
    case Kind::kDecimal: return "decimal " + value.decimal_value().ToString();
    case Kind::kText: return "'" + std::string(value.text()) + "'";
    case Kind::kList: break;
  }
  std::string text = "[";
  for (std::size_t i = 0; i < value.count(); ++i) {
    text += Show(value.items()[i]) + ";";
  }
  return text + "]";
}

}  // namespace sigte::oracle

// SPDX-License-Identifier: MPL-2.0

#include "tests/compile/oracle_operations.h"

#include <cctype>
#include <map>

namespace sigte::oracle {
namespace {

using Is = Thing::Is;

bool HasPart(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

bool BeginsWith(const std::string& text, const std::string& part) {
  return text.substr(0, part.size()) == part;
}

bool EndsIn(const std::string& text, const std::string& part) {
  return text.size() >= part.size() &&
         text.substr(text.size() - part.size()) == part;
}

// The generator's patterns, each as what it means.
bool Finds(const std::string& text, const std::string& pattern) {
  static const std::map<std::string, bool (*)(const std::string&)> kMeanings = {
      {"a", [](const std::string& t) { return HasPart(t, "a"); }},
      {"^a", [](const std::string& t) { return BeginsWith(t, "a"); }},
      {"b$", [](const std::string& t) { return EndsIn(t, "b"); }},
      {"ab?", [](const std::string& t) { return HasPart(t, "a"); }},
      {"^$", [](const std::string& t) { return t.empty(); }},
      {"(a|c)",
       [](const std::string& t) { return HasPart(t, "a") || HasPart(t, "c"); }},
      {"[bc]+",
       [](const std::string& t) { return HasPart(t, "b") || HasPart(t, "c"); }},
  };
  return kMeanings.at(pattern)(text);
}

}  // namespace

bool IsNumber(const Thing& t) {
  return t.is == Is::kWhole || t.is == Is::kDecimal;
}

unsigned Trouble(const Thing& t, bool right_kind) {
  if (t.is == Is::kUnknown) return t.causes;
  return right_kind ? 0u : unsigned{kError};
}

Thing AnyTrue(const std::vector<Thing>& things) {
  unsigned causes = 0;
  for (const Thing& t : things) {
    if (t.is == Is::kTruth && t.truth) return Truth(true);
  }
  for (const Thing& t : things) causes |= Trouble(t, t.is == Is::kTruth);
  return causes != 0 ? Unknown(causes) : Truth(false);
}

Thing Opposite(const Thing& t) {
  const unsigned causes = Trouble(t, t.is == Is::kTruth);
  return causes != 0 ? Unknown(causes) : Truth(!t.truth);
}

Thing AllTrue(std::vector<Thing> things) {
  for (Thing& t : things) t = Opposite(t);
  return Opposite(AnyTrue(things));
}

Thing ExactlyOne(const std::vector<Thing>& things) {
  int count = 0;
  unsigned causes = 0;
  for (const Thing& t : things) {
    causes |= Trouble(t, t.is == Is::kTruth);
    if (t.is == Is::kTruth && t.truth) ++count;
  }
  if (count > 1) return Truth(false);
  return causes != 0 ? Unknown(causes) : Truth(count == 1);
}

Thing SameAs(const Thing& a, const Thing& b) {
  if (a.is == Is::kUnknown || b.is == Is::kUnknown) {
    return Unknown(Trouble(a, true) | Trouble(b, true));
  }
  if (IsNumber(a) && IsNumber(b))
    return Truth(Compare(a.number, b.number) == 0);
  if (a.is != b.is) return Unknown(kError);
  if (a.is == Is::kText) return Truth(a.text == b.text);
  if (a.is == Is::kTruth) return Truth(a.truth == b.truth);
  if (a.list.size() != b.list.size()) return Truth(false);
  std::vector<Thing> pairs;
  for (std::size_t i = 0; i < a.list.size(); ++i) {
    pairs.push_back(SameAs(a.list[i], b.list[i]));
  }
  return AllTrue(pairs);
}

Thing Ordered(Operator op, const Thing& a, const Thing& b) {
  const unsigned causes =
      Trouble(a, a.is != Is::kList) | Trouble(b, b.is != Is::kList);
  if (causes != 0) return Unknown(causes);
  int order = 0;
  if (IsNumber(a) && IsNumber(b)) {
    order = Compare(a.number, b.number);
  } else if (a.is != b.is) {
    return Unknown(kError);
  } else if (a.is == Is::kText) {
    order = a.text.compare(b.text);
  } else {
    order = int{a.truth} - int{b.truth};
  }
  switch (op) {
    case Operator::kLess: return Truth(order < 0);
    case Operator::kLessEqual: return Truth(order <= 0);
    case Operator::kGreater: return Truth(order > 0);
    default: return Truth(order >= 0);
  }
}

Thing Member(const Thing& a, const Thing& list) {
  if (list.is != Is::kList) {
    return Unknown(Trouble(list, false) | Trouble(a, true));
  }
  std::vector<Thing> matches;
  for (const Thing& element : list.list) matches.push_back(SameAs(a, element));
  return AnyTrue(matches);
}

Thing Fitting(bool whole, const BigDecimal& number) {
  if (whole) {
    static const BigDecimal least = BigDecimal::Of("-9223372036854775808");
    static const BigDecimal most = BigDecimal::Of("9223372036854775807");
    const bool fits = Compare(number, least) >= 0 && Compare(number, most) <= 0;
    return fits ? Whole(number.ToString()) : Unknown(kError);
  }
  const bool fits = number.length() <= 38 && number.scale() <= 36;
  return fits ? DecimalOf(number.ToString()) : Unknown(kError);
}

Thing Calculated(Operator op, const Thing& a, const Thing& b) {
  const bool texts = op == Operator::kAdd;
  const auto takes = [texts](const Thing& t) {
    return IsNumber(t) || (texts && t.is == Is::kText);
  };
  const unsigned causes = Trouble(a, takes(a)) | Trouble(b, takes(b));
  if (causes != 0) return Unknown(causes);
  if (IsNumber(a) != IsNumber(b)) return Unknown(kError);
  if (!IsNumber(a)) return TextOf(a.text + b.text);
  const bool whole = a.is == Is::kWhole && b.is == Is::kWhole;
  const BigDecimal& x = a.number;
  const BigDecimal& y = b.number;
  switch (op) {
    case Operator::kAdd: return Fitting(whole, x + y);
    case Operator::kSubtract: return Fitting(whole, x - y);
    case Operator::kMultiply: return Fitting(whole, x * y);
    default: break;
  }
  if (y.is_zero()) return Unknown(kError);
  if (op == Operator::kRemainder) {
    return Fitting(whole, x - Quotient(x, y) * y);
  }
  if (whole) return Fitting(whole, Quotient(x, y));
  const BigDecimal quotient = Divide(x, y);
  // What is too small to be told from zero is not zero.
  if (quotient.is_zero() && !x.is_zero()) return Unknown(kError);
  return Fitting(whole, quotient);
}

Thing Tested(const Thing& a, const Thing& b, const TextTest& test) {
  const unsigned causes =
      Trouble(a, a.is == Is::kText) | Trouble(b, b.is == Is::kText);
  return causes != 0 ? Unknown(causes) : Truth(test(a.text, b.text));
}

TextTest TestNamed(const std::string& name) {
  if (name == "contains") return HasPart;
  if (name == "startsWith") return BeginsWith;
  return name == "endsWith" ? TextTest(EndsIn) : TextTest(Finds);
}

Thing Letters(const Thing& t) {
  if (t.is == Is::kList) return Whole(std::to_string(t.list.size()));
  const unsigned causes = Trouble(t, t.is == Is::kText);
  if (causes != 0) return Unknown(causes);
  int count = 0;
  for (const char c : t.text) count += (c & 0xC0) == 0x80 ? 0 : 1;
  return Whole(std::to_string(count));
}

Thing WordsIn(const Thing& t) {
  const unsigned causes = Trouble(t, t.is == Is::kText);
  if (causes != 0) return Unknown(causes);
  int count = 0;
  bool inside = false;
  for (const char c : t.text) {
    // What is not ASCII in the tests' texts is part of a letter.
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = byte >= 0x80 || std::isalnum(byte) != 0;
    count += letter && !inside ? 1 : 0;
    inside = letter;
  }
  return Whole(std::to_string(count));
}

}  // namespace sigte::oracle

#pragma once

#include <span>

#include "engine/record/value.h"

/// The value of each operator and function, once: the evaluator's loop only
/// dispatches to these. Semantics: DESIGN section 2 and engine/README.md. A
/// missing operand keeps its cause; an operand of the wrong kind, overflow and
/// division by zero give Unknown(kError).
namespace sigte {

// Strong Kleene. An operand that is no truth value counts as unknown(kError).
Value And(std::span<const Value> operands);
Value Or(std::span<const Value> operands);
Value And(const Value& a, const Value& b);
Value Or(const Value& a, const Value& b);
Value Not(const Value& a);
Value Unclear(const Value& a);
Value Conditional(const Value& condition, const Value& yes, const Value& no);

Value Equal(const Value& a, const Value& b);
Value NotEqual(const Value& a, const Value& b);
Value Less(const Value& a, const Value& b);
Value LessEqual(const Value& a, const Value& b);
Value Greater(const Value& a, const Value& b);
Value GreaterEqual(const Value& a, const Value& b);
Value In(const Value& element, const Value& list);

/// Texts are joined into `*joined` (which must live as long as the result).
Value Add(const Value& a, const Value& b, std::string* joined);
Value Subtract(const Value& a, const Value& b);
Value Multiply(const Value& a, const Value& b);
Value Divide(const Value& a, const Value& b);
Value Remainder(const Value& a, const Value& b);
Value Negate(const Value& a);

Value Size(const Value& a);
Value Contains(const Value& text, const Value& part);
Value StartsWith(const Value& text, const Value& part);
Value EndsWith(const Value& text, const Value& part);
Value Has(const Value& a);

}  // namespace sigte

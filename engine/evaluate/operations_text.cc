// SPDX-License-Identifier: MPL-2.0

// Functions over texts as written, letter by letter.
#include <string_view>

#include "engine/base/utf8.h"
#include "engine/evaluate/operations.h"
#include "engine/evaluate/operations_internal.h"

namespace sigte {
namespace {

template <typename Test>
Value TestTexts(const Value& a, const Value& b, Test test) {
  const CauseSet causes = Union(Hindrance(a, kTexts), Hindrance(b, kTexts));
  if (causes != kNoCause) return Value::Unknown(causes);
  return Value::Bool(test(a.text(), b.text()));
}

}  // namespace

Value Size(const Value& a) {
  const CauseSet causes = Hindrance(a, kTexts | kLists);
  if (causes != kNoCause) return Value::Unknown(causes);
  const std::size_t size =
      a.kind() == Kind::kText ? CountCodePoints(a.text()) : a.count();
  return Value::Int(static_cast<std::int64_t>(size));
}

Value Contains(const Value& text, const Value& part) {
  return TestTexts(text, part, [](std::string_view t, std::string_view p) {
    return t.find(p) != std::string_view::npos;
  });
}

Value StartsWith(const Value& text, const Value& part) {
  return TestTexts(text, part, [](std::string_view t, std::string_view p) {
    return t.starts_with(p);
  });
}

Value EndsWith(const Value& text, const Value& part) {
  return TestTexts(text, part, [](std::string_view t, std::string_view p) {
    return t.ends_with(p);
  });
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/plain_test.h"

#include "engine/schema/program.h"

namespace sigte::schema {
namespace {

constexpr KindSet kScalars = kNulls | kTruths | kNumbers | kTexts;

bool HasNull(const Program& program, const ValueSet& set) {
  const Document& schema = *program.files[set.file].document;
  return std::ranges::any_of(set.others, [&](NodeIndex node) {
    return schema[node].kind == NodeKind::kNull;
  });
}

void AddValues(const Program& program, const Step& step, PlainTest* test) {
  if (test->set != PlainTest::kNoSet) test->kinds = 0;
  test->set = step.a;
  const bool null = HasNull(program, program.values[step.a]);
  test->kinds &= kNumbers | kTexts | (null ? kNulls : 0);
}

// A bound that is no small integer leaves numbers to the steps.
void AddBound(const Step& step, const Number& limit, PlainTest* test) {
  if (!limit.small || limit.scale != 0) {
    test->kinds &= static_cast<KindSet>(~kNumbers);
    return;
  }
  const std::int64_t bound = limit.mantissa;
  switch (step.op) {
    case Op::kMinimum: test->least = std::max(test->least, bound); break;
    case Op::kMaximum: test->most = std::min(test->most, bound); break;
    case Op::kExclusiveMinimum:
      test->least = std::max(test->least, bound + 1);
      break;
    default: test->most = std::min(test->most, bound - 1);
  }
}

void AddStep(const Program& program, const Step& step, PlainTest* test) {
  switch (step.op) {
    case Op::kType: {
      const bool whole = (step.a & kIntegerBit) != 0;
      test->kinds &= static_cast<KindSet>(step.a | (whole ? kNumbers : 0));
      break;
    }
    case Op::kValues: AddValues(program, step, test); break;
    case Op::kMinimum:
    case Op::kMaximum:
    case Op::kExclusiveMinimum:
    case Op::kExclusiveMaximum:
      AddBound(step, program.numbers[step.a], test);
      break;
    case Op::kMinLength:
      test->least_bytes = std::max(test->least_bytes, BytesForLength(step.a));
      break;
    case Op::kMaxLength:
      test->most_bytes = std::min<std::uint64_t>(test->most_bytes, step.a);
      break;
    case Op::kPattern:
      if (program.patterns[step.a].wants_sign) {
        test->wants_sign = true;
        break;
      }
      [[fallthrough]];
    default: test->kinds &= static_cast<KindSet>(~step.kinds);
  }
}

}  // namespace

PlainTest MakePlainTest(const Program& program, std::span<const Step> steps) {
  PlainTest test;
  test.kinds = kScalars;
  for (const Step& step : steps) AddStep(program, step, &test);
  return test;
}

}  // namespace sigte::schema

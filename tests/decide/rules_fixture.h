// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <string>
#include <tuple>

#include "engine/decide/decider.h"
#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {

/// Programs made for one point each: the fields `text`, `more` and `number`,
/// the terms tolk, hus and bro, and a rule I1 that includes every record.
class Rules : public testing::Test {
 protected:
  Rules() {
    b_.Terms({{"tolk", "tolk"}, {"hus", "hus"}, {"bro", "bro"}});
    b_.AddField("text", FieldType::kText, {});
    b_.AddField("more", FieldType::kText, {});
    b_.AddField("number", FieldType::kInt, {});
    always_ = b_.Constant(Value::Bool(true));
    include_ = b_.AddRule("all", "I1", CompiledKind::kInclusion, {}, always_);
  }

  std::string Decided(std::string_view record) {
    if (program_ == nullptr) program_ = b_.Finish();
    return Dump(DecideOne(*program_, record), *program_);
  }

  Index AddExclusion(const std::string& id, Index holds,
                     Index unclear = kNoIndex, Index except = kNoIndex) {
    return b_.AddRule(id, id, CompiledKind::kExclusion, {}, holds, unclear,
                      except);
  }

  // Facts F1 and F2 of what `more` mentions, and a mention in `text`.
  std::tuple<Index, Index, Index> AddFacts() {
    const Index house = b_.AddRule("house", "F1", CompiledKind::kFact, {},
                                   b_.Mentions("more", "hus"));
    const Index bridge = b_.AddRule("bridge", "F2", CompiledKind::kFact, {},
                                    b_.Mentions("more", "bro"));
    const Index mention = b_.Mentions("text", "tolk");
    return {house, b_.Op("!bridge", Opcode::kNot, {bridge}), mention};
  }

  ProgramBuilder b_;
  std::unique_ptr<Program> program_;
  Index always_ = 0;
  Index include_ = 0;
};

}  // namespace sigte::test

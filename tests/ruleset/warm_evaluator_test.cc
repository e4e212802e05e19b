// SPDX-License-Identifier: MPL-2.0

// An evaluator keeps what the texts of the record before gave, and takes it
// back (evaluate/machine.h). Judged here with the shipped rules, by one that
// has seen no record before.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "engine/app/ruleset_store.h"
#include "engine/evaluate/evaluator.h"
#include "engine/evaluate/record_texts.h"
#include "engine/read/json_reader.h"
#include "engine/record/record.h"

namespace sigte {
namespace {

const std::string kRoot = SIGTE_SOURCE_DIR;

struct Parsed {
  explicit Parsed(const std::string& line) : text(line) {
    IssueList issues;
    JsonReader().Read(text.text(), nullptr, 0, &document, &issues);
  }
  PaddedText text;
  Document document;
};

std::vector<std::unique_ptr<Parsed>> ReadRecords() {
  std::vector<std::unique_ptr<Parsed>> records;
  for (const char* name : {"records", "validation.records"}) {
    std::ifstream in(kRoot + "/tests/data/corpus/" + name + ".ndjson");
    for (std::string line; std::getline(in, line);) {
      records.push_back(std::make_unique<Parsed>(line));
    }
  }
  return records;
}

/// The names of the rules that do not have the same value in both.
std::string Differences(const Program& program, const Values& warm,
                        const Values& cold) {
  std::string out;
  for (const CompiledRule& rule : program.rules) {
    if (rule.value == kNoIndex) continue;
    if (Identical(warm[rule.value], cold[rule.value])) continue;
    out += rule.id + ": " + ToString(warm[rule.value]) + " for " +
           ToString(cold[rule.value]) + "\n";
  }
  for (std::size_t i = 0; i < program.code.size() && out.empty(); ++i) {
    if (!Identical(warm[i], cold[i])) out += "instruction " + std::to_string(i);
  }
  return out;
}

class WarmEvaluator : public testing::Test {
 protected:
  WarmEvaluator()
      : store_(LoadRulesetStore(kRoot + "/rules/kortlaegning-2022")),
        records_(ReadRecords()) {
    std::shuffle(records_.begin(), records_.end(), random_);
  }

  const Program& program() const { return *store_->program; }

  std::string DifferencesTo(const Record& record, const Values& warm) const {
    Evaluator cold(program());
    return Differences(program(), warm, cold.Evaluate(record));
  }

  std::mt19937 random_{2022};
  std::unique_ptr<RulesetStore> store_;
  std::vector<std::unique_ptr<Parsed>> records_;
};

TEST_F(WarmEvaluator, GivesEveryRuleTheValueThatAFreshOneGives) {
  ASSERT_TRUE(store_->ready());
  ASSERT_GT(records_.size(), 200U);
  Evaluator warm(program());
  Record record(program().layout);
  for (const auto& parsed : records_) {
    record.Fill(parsed->document, 0, kNoNode);
    ASSERT_EQ(DifferencesTo(record, warm.Evaluate(record)), "")
        << parsed->text.text();
  }
}

// Fields change under a record when answers are tried: here each text goes to
// another record's, or to nothing, and back.
TEST_F(WarmEvaluator, FollowsFieldsThatAreSet) {
  ASSERT_TRUE(store_->ready());
  Evaluator warm(program());
  Record record(program().layout);
  Record other(program().layout);
  for (std::size_t i = 1; i < records_.size(); i += 4) {
    record.Fill(records_[i]->document, 0, kNoNode);
    other.Fill(records_[i - 1]->document, 0, kNoNode);
    warm.Evaluate(record);
    for (FieldIndex field = 0; field < program().layout.size(); ++field) {
      const Value kept = record[field].value;
      const bool blank = random_() % 3 == 0;
      record.Set(field, blank ? Value::Unknown(kMissing) : other[field].value);
      ASSERT_EQ(DifferencesTo(record, warm.Reevaluate(record, {})), "")
          << program().layout[field].name << " of " << records_[i]->text.text();
      record.Set(field, kept);
    }
    ASSERT_EQ(DifferencesTo(record, warm.Reevaluate(record, {})), "");
  }
}

// A leaf that somebody answers, of a text or of anything else, is the record's
// own again for the next one.
TEST_F(WarmEvaluator, ForgetsAnswersWithTheirRecord) {
  ASSERT_TRUE(store_->ready());
  Evaluator warm(program());
  Record record(program().layout);
  std::vector<std::uint32_t> truths;
  for (std::uint32_t i = 0; i < program().code.size(); ++i) {
    const Opcode op = program().code[i].op;
    if (ReadsTerms(op) || op == Opcode::kCites || op == Opcode::kAnd ||
        op == Opcode::kUnclear) {
      truths.push_back(i);
    }
  }
  std::vector<std::pair<std::uint32_t, Value>> answers;
  EvaluateOptions options;
  options.answers = &answers;
  for (const auto& parsed : records_) {
    record.Fill(parsed->document, 0, kNoNode);
    ASSERT_EQ(DifferencesTo(record, warm.Evaluate(record)), "")
        << parsed->text.text();
    answers.clear();
    for (const std::uint32_t index : truths) {
      if (random_() % 8 != 0) continue;
      answers.emplace_back(index, Value::Bool(random_() % 2 == 0));
    }
    const Values& values = warm.Reevaluate(record, options);
    for (const auto& [index, value] : answers) {
      ASSERT_TRUE(Identical(values[index], value)) << index;
    }
  }
}

}  // namespace
}  // namespace sigte

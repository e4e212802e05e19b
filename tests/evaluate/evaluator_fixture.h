// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/evaluate/evaluator.h"
#include "gtest/gtest.h"
#include "tests/evaluate/program_builder.h"

/// What the tests of the evaluator stand on.
namespace sigte {

using Answers = std::vector<std::pair<std::uint32_t, Value>>;

// One lexicon of the terms tolk (0) and kursus (1).
inline std::shared_ptr<const Lexicon> MakeLexicon() {
  Language language;
  language.negating_before = {{{"uden", {}}, 6}};
  language.supplementing_before = {{{"ud over", {}}, 8}};
  std::vector<TermSource> terms(2);
  terms[0].id.text = "interpreting";
  terms[0].words = {{"tolk", {}}};
  terms[1].id.text = "course";
  terms[1].words = {{"kursus", {}}};
  IssueList issues;
  auto lexicon = Lexicon::Build(language, terms, &issues);
  EXPECT_NE(lexicon, nullptr);
  return lexicon;
}

// One law with a provision that binds and one that does not.
inline std::shared_ptr<const LawCatalogue> MakeLaws() {
  CitationMarks marks;
  marks.section = {"§", "§§"};
  marks.joins = {"og"};
  std::vector<LawSource> laws(1);
  laws[0].id.text = "serviceloven";
  laws[0].names = {{"serviceloven", {}}};
  laws[0].duty = Duty::kMixed;
  laws[0].sections.resize(2);
  laws[0].sections[0].section.text = "18";
  laws[0].sections[0].duty = Duty::kMust;
  laws[0].sections[1].section.text = "79";
  laws[0].sections[1].duty = Duty::kMay;
  laws[0].sections[1].until = "2018-12-31";
  IssueList issues;
  auto catalogue = LawCatalogue::Build({}, marks, laws, &issues);
  EXPECT_NE(catalogue, nullptr);
  return catalogue;
}

class EvaluatorTest : public testing::Test {
 protected:
  Program& program() { return builder_.program(); }

  std::string ValueOf(std::uint32_t index, const Record& record,
                      const EvaluateOptions& options = {}) {
    Evaluator evaluator(program());
    return Show(evaluator.Evaluate(record, options)[index]);
  }

  Record TextRecord(const Value& s, const Value& t) {
    Record record = EmptyRecord(program());
    record.Set(0, s);
    record.Set(1, t);
    return record;
  }

  ProgramBuilder builder_;
};

inline const Value kAbsent = Value::Unknown(kMissing);

}  // namespace sigte

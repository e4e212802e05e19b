// SPDX-License-Identifier: MPL-2.0

// What other languages' test suites expect of three-valued logic, where that
// collection is at hand: parser, checker, compiler and evaluator in one.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>

#include "engine/compile/compiler.h"
#include "engine/evaluate/evaluator.h"
#include "engine/rule/parser.h"
#include "gtest/gtest.h"

namespace sigte {
namespace {

std::string SuitePath() {
  const char* given = std::getenv("SIGTE_LOGIC_SUITE");
  if (given != nullptr) return given;
  return std::string(SIGTE_SOURCE_DIR) +
         "/../shared/conformance/three-valued-logic/suite.jsonl";
}

// The JSON string after "key": in `line`, without its escapes.
std::string Member(const std::string& line, const std::string& key) {
  std::size_t at = line.find("\"" + key + "\": \"");
  if (at == std::string::npos) return "";
  at += key.size() + 5;
  std::string text;
  for (; at < line.size() && line[at] != '"'; ++at) {
    if (line[at] != '\\') {
      text += line[at];
      continue;
    }
    ++at;
    const std::map<char, char> escapes = {
        {'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'b', '\b'}, {'f', '\f'}};
    const auto escape = escapes.find(line[at]);
    text += escape == escapes.end() ? line[at] : escape->second;
  }
  return text;
}

std::string Words(const IssueList& issues) {
  std::string words;
  for (const Issue& issue : issues.issues()) words += Format(issue, Lang::kEn);
  return words;
}

// "true", "false", "unknown", or what is wrong with the expression.
std::string ValueOf(const std::string& text) {
  const Source source("suite", text);
  IssueList issues;
  const ExpressionPtr e = ParseExpression(text, &source, {}, &issues);
  if (e == nullptr) return Words(issues);
  CheckScope scope;
  scope.lenient = true;
  CheckExpression(*e, scope, &source, &issues);
  if (issues.has_errors()) return Words(issues);
  const auto program = CompileExpression(*e, scope, &source, &issues);
  if (program == nullptr) return Words(issues);
  Evaluator evaluator(*program);
  const Record record(program->layout);
  return ToString(evaluator.Evaluate(record)[program->result]);
}

TEST(LogicSuite, EveryRowHasTheValueThatItsSourceGivesIt) {
  std::ifstream suite(SuitePath());
  if (!suite) {
    GTEST_SKIP() << "no collection at " << SuitePath()
                 << "; name one in SIGTE_LOGIC_SUITE";
  }
  int rows = 0;
  std::string line;
  while (std::getline(suite, line)) {
    const std::string expression = Member(line, "expression");
    EXPECT_EQ(ValueOf(expression), Member(line, "expect"))
        << Member(line, "id") << ": " << expression;
    ++rows;
  }
  EXPECT_GE(rows, 2'602);
  RecordProperty("rows", rows);
}

}  // namespace
}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

// `sigte eval`.

#include <gtest/gtest.h>

#include <string>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

constexpr const char* kShipped = SIGTE_SOURCE_DIR "/rules/kortlaegning-2022";

TEST(Eval, PrintsTheValueOfALiteralExpression) {
  const Workplace work;
  EXPECT_EQ(work.Run({"eval", "false && null"}).out, "false\n");
  EXPECT_EQ(work.Run({"eval", "null == 1"}).out, "unknown\n");
  EXPECT_EQ(work.Run({"eval", "1 + 2"}).out, "3\n");
  EXPECT_EQ(work.Run({"eval", "0.1 + 0.2 == 0.3"}).out, "true\n");
  EXPECT_EQ(work.Run({"eval", "9223372036854775807 + 1"}).out, "unknown\n");
  EXPECT_EQ(work.Run({"eval", "true"}).code, 0);
}

TEST(Eval, AsksTheRecordForItsFieldsAndForOtherMembers) {
  const Workplace work;
  const ProgramRun run =
      work.Run({"eval", "cost > 2 && extra == 'x' && 3 in list", "--record",
                R"({"cost": 3, "extra": "x", "list": [1, 3]})"});
  EXPECT_EQ(run.out, "true\n") << run.err;
  EXPECT_EQ(work.Run({"eval", "mentions(title, \"boats\")", "--record",
                      R"({"title": "By ferry"})"})
                .out,
            "true\n");
}

// A text in quotes is searched as a field's is.
TEST(Eval, FindsTermsInAnyText) {
  const Workplace work;
  const auto value = [&](const std::string& expression) {
    const ProgramRun run = work.Run({"eval", expression, "--record",
                                     R"({"title": "By ferry", "list":
                                         ["a bus", "a boat", "no text"]})"});
    return run.out + run.err;
  };
  EXPECT_EQ(value("mentions('By ferry', 'boats')"), "true\n");
  EXPECT_EQ(value("mentions('By bus', 'boats')"), "false\n");
  EXPECT_EQ(value("mentions('', 'boats')"), "false\n");
  EXPECT_EQ(value("mentions('without a boat', 'boats')"), "false\n");
  EXPECT_EQ(value("negates('without a boat', 'boats')"), "true\n");
  EXPECT_EQ(value("supplements('a boat', 'boats')"), "false\n");
  EXPECT_EQ(value("together('a boat', 'boats', 'boats')"), "true\n");
  EXPECT_EQ(value("together('without a boat', 'boats', 'boats')"), "false\n");
  EXPECT_EQ(value("list.exists_one(t, mentions(t, 'boats'))"), "true\n");
  EXPECT_EQ(value("list.all(t, mentions(t, 'boats'))"), "false\n");
  EXPECT_EQ(value("mentions('without ' + title, 'boats')"), "false\n");
  EXPECT_EQ(value("mentions('without' + ' a ' + title, 'boats')"), "false\n");
  EXPECT_EQ(value("mentions('now ' + title, 'boats')"), "true\n");
  EXPECT_EQ(value("mentions(null, 'boats')"), "unknown\n");
  EXPECT_EQ(value("mentions(title + '', 'boats')"), "true\n");
  EXPECT_EQ(value("mentions(has(cost) ? 'a' : title, 'boats')"), "true\n");
}

TEST(Eval, PointsAtANameThatNobodyKnows) {
  const Workplace work;
  const ProgramRun run = work.Run({"eval", "1 < costt"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err,
            "<expression>:1:5: error: unknown name 'costt'; did you mean "
            "'cost'? [R230 unknown-name]\n"
            "    1 | 1 < costt\n"
            "      |     ^~~~~\n"
            "      = help: correct the name\n"
            "      = more: sigte explain R230\n");
}

TEST(Eval, SaysWhatIsWrongWithAPatternInTheReadersLanguage) {
  const Workplace work;
  EXPECT_EQ(work.Run({"eval", R"("a".matches("x("))", "--lang", "da"}).err,
            "<expression>:1:13: fejl: det regulære udtryk kan ikke læses: ')' "
            "mangler, i 'x(' [R291 bad-regex]\n"
            "    1 | \"a\".matches(\"x(\")\n"
            "      |             ^~~~\n"
            "      = hjælp: skriv det, som RE2 kræver "
            "(github.com/google/re2/wiki/Syntax)\n"
            "      = mere: sigte explain R291\n");
}

TEST(Eval, TellsOfAPatternThatCannotBeReadOnce) {
  const Workplace work;
  EXPECT_EQ(work.Run({"eval", R"(title.matches("("))"}).err,
            "<expression>:1:15: error: the regular expression cannot be read: "
            "')' is missing, in '(' [R291 bad-regex]\n"
            "    1 | title.matches(\"(\")\n"
            "      |               ^~~\n"
            "      = help: write it as RE2 wants it "
            "(github.com/google/re2/wiki/Syntax)\n"
            "      = more: sigte explain R291\n");
}

TEST(Eval, KnowsTheRulesetWithoutARecordToo) {
  const Workplace work;
  EXPECT_EQ(work.Run({"eval", "cost > 2"}).out, "unknown\n");
  EXPECT_EQ(work.Run({"eval", "has(title) || by_boat"}).out, "unknown\n");
  EXPECT_EQ(work.Run({"eval", "[1].all(x, x > 0)", "--rules", "nowhere"}).out,
            "true\n");
  EXPECT_EQ(work.Run({"eval", "cost > 2", "--rules", "nowhere"}).code, 2);
}

// A rule could not say so; here it is worked out, but with a warning.
TEST(Eval, WarnsOfAValueThatTheFieldCannotHave) {
  const Workplace work;
  const ProgramRun run = work.Run({"eval", "target == 'membres'"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out, "unknown\n");
  EXPECT_EQ(run.err,
            "<expression>:1:11: warning: 'membres' is none of the values that "
            "can stand here; did you mean 'members'? [R235 unknown-choice]\n"
            "    1 | target == 'membres'\n"
            "      |           ^~~~~~~~~\n"
            "      = help: choose one of the values\n"
            "      = more: sigte explain R235\n");
  EXPECT_EQ(work.Run({"eval", "target == 'members'"}).err, "");
}

// The same slip in the record is worked out as it stands, and told.
TEST(Eval, WarnsOfWhatNoRecordCanHave) {
  const Workplace work;
  const auto told = [&](const char* record) {
    const ProgramRun run = work.Run({"eval", "cost > 2", "--record", record});
    EXPECT_EQ(run.code, 0) << record;
    return run.err.substr(0, run.err.find('\n'));
  };
  EXPECT_EQ(
      told(R"({"cots": 3})"),
      "<record>:1:2: warning: unknown member 'cots'; did you mean 'cost'? "
      "[D204 unknown-member]");
  EXPECT_EQ(told(R"({"cost": "3"})"),
            "<record>:1:10: warning: 'cost' must be a whole number but is the "
            "text '3' [D201 wrong-type]");
  EXPECT_EQ(told(R"({"target": "membres"})"),
            "<record>:1:12: warning: 'target' may not be the text 'membres'; "
            "did you mean 'members'? [D205 not-allowed-value]");
  EXPECT_EQ(told(R"({"cost": 12345678901234567890123})"),
            "<record>:1:10: warning: 'cost' has more digits or decimals than "
            "can be reckoned with [D168 unheld-value]");
  EXPECT_EQ(told(R"({"cost": 3, "extra": 1, "title": null})"), "");
  const ProgramRun named =
      work.Run({"eval", "cots > 2", "--record", R"({"cots": 3})"});
  EXPECT_EQ(named.out, "true\n");
  EXPECT_EQ(named.err, "");
}

// As screen does: a thousand is as likely as one.
TEST(Eval, LeavesANumberOpenThatCanBeReadInTwoWays) {
  const Workplace work;
  const ProgramRun run =
      work.Run({"eval", "cost > 2", "--record", R"({"cost": 1.000})"});
  EXPECT_EQ(run.out, "unknown\n");
  EXPECT_EQ(run.err,
            "<record>:1:10: warning: '1.000' can be read in two ways: as 1000 "
            "and as 1 [D356 two-readings]\n"
            "    1 | {\"cost\": 1.000}\n"
            "      |          ^~~~~\n"
            "      = help: write 1000 or 1, without a mark between thousands\n"
            "      = more: sigte explain D356\n");
  EXPECT_EQ(
      work.Run({"eval", "has(cost)", "--record", R"({"cost": 1.000})"}).out,
      "true\n");
  EXPECT_EQ(work.Run({"eval", "--batch", "-"},
                     "{\"id\": 1, \"expression\": \"cost > 2\", \"record\": "
                     "{\"cost\": 1.000}}\n")
                .out,
            "{\"id\":1,\"value\":\"unknown\",\"warnings\":["
            "\"'1.000' can be read in two ways: as 1000 and as 1 [D356 "
            "two-readings]\"]}\n");
}

TEST(Eval, TakesABatchOrAnExpressionButNotBoth) {
  const Workplace work;
  work.Write("b.ndjson", "");
  EXPECT_EQ(work.Run({"eval", "1 < 2", "--batch", "b.ndjson"}).err,
            "error: '--batch' and 'EXPRESSION' cannot be used together [C111 "
            "options-exclude]\nsee 'sigte eval --help'\n");
  EXPECT_EQ(work.Run({"eval", "--record", "{}", "--batch", "b.ndjson"}).code,
            2);
}

TEST(Eval, AnswersABatchLineByLine) {
  const Workplace work;
  const ProgramRun run = work.Run(
      {"eval", "--batch", "-"},
      "{\"id\": \"a\", \"expression\": \"1 < 2\"}\n"
      "\n"
      "{\"id\": 7, \"expression\": \"cost == 2\", \"record\": {\"cost\": 2}}\n"
      "{\"id\": \"c\", \"expression\": \"null || false\"}\n");
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out,
            "{\"id\":\"a\",\"value\":\"true\"}\n"
            "{\"id\":7,\"value\":\"true\"}\n"
            "{\"id\":\"c\",\"value\":\"unknown\"}\n");
}

// As one expression with its record is told on standard error.
TEST(Eval, WarnsInABatchOfSlipsInTheExpressionAndItsRecord) {
  const Workplace work;
  const ProgramRun run = work.Run(
      {"eval", "--batch", "-"},
      "{\"id\": \"a\", \"expression\": \"cost > 1\", \"record\": "
      "{\"cots\": 2}}\n"
      "{\"id\": \"b\", \"expression\": \"target == 'membres'\", \"record\": "
      "{\"cost\": \"x\"}}\n"
      "{\"id\": \"c\", \"expression\": \"cots > 1\", \"record\": "
      "{\"cots\": 2, \"cost\": null}}\n");
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out,
            "{\"id\":\"a\",\"value\":\"unknown\",\"warnings\":["
            "\"unknown member 'cots'; did you mean 'cost'? [D204 "
            "unknown-member]\"]}\n"
            "{\"id\":\"b\",\"value\":\"unknown\",\"warnings\":["
            "\"'membres' is none of the values that can stand here; did you "
            "mean 'members'? [R235 unknown-choice]\","
            "\"'cost' must be a whole number but is the text 'x' [D201 "
            "wrong-type]\"]}\n"
            "{\"id\":\"c\",\"value\":\"true\"}\n");
}

// A record that is not read makes everything unknown.
TEST(Eval, WarnsInABatchOfMembersThatAreNotRead) {
  const Workplace work;
  const ProgramRun run =
      work.Run({"eval", "--batch", "-"},
               "{\"id\": 1, \"expression\": \"has(cost)\", \"recrod\": "
               "{\"cost\": 2}}\n"
               "{\"id\": 2, \"expression\": \"has(cost)\", \"Record\": "
               "{\"cost\": 2}}\n"
               "{\"id\": 3, \"expresion\": \"1 < 2\"}\n"
               "{\"id\": 4, \"expression\": \"1 < 2\", \"why\": 1}\n"
               "{\"id\": 5, \"expression\": \"1 < 2\", \"record\": null}\n");
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(
      run.out,
      "{\"id\":1,\"value\":\"false\",\"warnings\":[\"'recrod' is not read; no "
      "member of the line is called so; did you mean 'record'? [D178 "
      "unread-member]\"]}\n"
      "{\"id\":2,\"value\":\"false\",\"warnings\":[\"'Record' is not read; no "
      "member of the line is called so; did you mean 'record'? [D178 "
      "unread-member]\"]}\n"
      "{\"id\":3,\"value\":\"error\",\"line\":3,\"error\":\"a line must be "
      "{\\\"id\\\": …, \\\"expression\\\": \\\"…\\\"} [D166 no-batch-line]\","
      "\"warnings\":[\"'expresion' is not read; no member of the line is "
      "called "
      "so; did you mean 'expression'? [D178 unread-member]\"]}\n"
      "{\"id\":4,\"value\":\"true\",\"warnings\":[\"'why' is not read; no "
      "member "
      "of the line is called so; known: id, expression, record [D178 "
      "unread-member]\"]}\n"
      "{\"id\":5,\"value\":\"true\"}\n");
}

TEST(Eval, RefusesANameOfSeveralFieldsAndAVariableThatHidesAField) {
  const Workplace work;
  const ProgramRun several = work.Run({"eval", "description == 'Zoo'"});
  EXPECT_EQ(several.code, 2);
  EXPECT_EQ(LineOf(several.err, "<expression>"),
            "<expression>:1:1: error: 'description' is several fields read as "
            "one text (title, note) and cannot be used here [R281 "
            "several-fields]");
  const ProgramRun hidden = work.Run(
      {"eval", "[1].all(cost, cost > 0)", "--record", R"({"cost": 2})"});
  EXPECT_EQ(hidden.code, 2);
  EXPECT_EQ(LineOf(hidden.err, "<expression>"),
            "<expression>:1:9: error: 'cost' is a name already [R253 "
            "variable-hides-name]");
}

TEST(Eval, TakesAnExpressionThatBeginsWithAMinus) {
  const Workplace work;
  EXPECT_EQ(work.Run({"eval", "-(1) < 0"}).out, "true\n");
  EXPECT_EQ(work.Run({"eval", "-5"}).out, "-5\n");
  EXPECT_EQ(work.Run({"eval", "--5 == 5"}).out, "true\n");
  EXPECT_EQ(work.Run({"eval", "-cost > 2", "--record", R"({"cost": -3})"}).out,
            "true\n");
  EXPECT_EQ(work.Run({"eval", "--", "-1 < 0"}).out, "true\n");
  EXPECT_EQ(work.Run({"eval", "-z"}).code, 2);  // an option, and a wrong one
}

TEST(Eval, SaysThatAnOptionBehindTheMarkIsNone) {
  const Workplace work;
  EXPECT_EQ(work.Run({"eval", "--", "-cost < 0", "--record", "{}"}).err,
            "error: '--record' stands behind '--' and so is no option, but one "
            "argument too many [A116 option-behind-mark]\n"
            "      = help: put options before '--'\n"
            "see 'sigte eval --help'\n");
  EXPECT_EQ(work.Run({"eval", "-cost < 0", "-5 < 3"}).err,
            "error: one argument too many: '-5 < 3' [A103 "
            "unexpected-argument]\n"
            "see 'sigte eval --help'\n");
}

TEST(Eval, ShowsNoHiddenNumberOfATextWhole) {
  const Workplace work;
  EXPECT_EQ(work.Run({"eval", "title", "--record",
                      R"({"title": "ring 990199-1234"})", "--rules", kShipped})
                .out,
            "\"ring 990199-****\"\n");
  EXPECT_EQ(work.Run({"eval", "1000000000 + 1"}).out, "1000000001\n");
}

// Literals need no ruleset, but are no less somebody's.
TEST(Eval, ShowsNoHiddenNumberOfALiteralWhole) {
  const Workplace work;
  const auto value = [&](const char* expression) {
    const ProgramRun run = work.Run({"eval", expression, "--rules", kShipped});
    return run.out + run.err.substr(0, run.err.find("      = "));
  };
  EXPECT_EQ(value("'990199-1234'"), "\"990199-****\"\n");
  EXPECT_EQ(value("'a ' + '990199-1234'"), "\"a 990199-****\"\n");
  EXPECT_EQ(value("['990199-1234']"), "[\"990199-****\"]\n");
  EXPECT_EQ(value("'990199-1234' <"),
            "<expression>:1:16: error: expected a value, found the end [R201 "
            "unexpected]\n"
            "    1 | '990199-****' <\n"
            "      |                ^\n");
  EXPECT_EQ(work.Run({"eval", "--batch", "-", "--rules", kShipped},
                     R"({"id": "990199-1234", "expression": "'990199-1234'"})"
                     "\n")
                .out,
            R"({"id":"990199-****","value":"\"990199-****\""})"
            "\n");
}

TEST(Eval, EchoesAnIdWithoutWhatATerminalWouldActOn) {
  const Workplace work;
  EXPECT_EQ(work.Run({"eval", "--batch", "-"},
                     "{\"id\": \"a\u202Eb\u009B\", \"expression\": \"true\"}\n")
                .out,
            "{\"id\":\"a\\u202eb\\u009b\",\"value\":\"true\"}\n");
}

TEST(Eval, AnswersAFaultyLineAndGoesOn) {
  const Workplace work;
  const ProgramRun run =
      work.Run({"eval", "--batch", "-"},
               "{\"id\": \"a\", \"expression\": \"1 <\"}\n"
               "[]\n"
               "{\"id\": \"c\", \"expression\": \"true\"}\n");
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(
      run.out,
      "{\"id\":\"a\",\"value\":\"error\",\"line\":1,\"error\":\"expected a "
      "value, "
      "found the end [R201 unexpected]\"}\n"
      "{\"id\":null,\"value\":\"error\",\"line\":2,\"error\":\"a line must be "
      "{\\\"id\\\": …, \\\"expression\\\": \\\"…\\\"} [D166 "
      "no-batch-line]\"}\n"
      "{\"id\":\"c\",\"value\":\"true\"}\n");
}

}  // namespace
}  // namespace sigte

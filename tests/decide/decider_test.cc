// SPDX-License-Identifier: MPL-2.0

#include "engine/decide/decider.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/decide/sample_program.h"

namespace sigte::test {
namespace {

/// The first record of `text`, decided, as text.
std::string Decided(std::string_view text) {
  return Dump(DecideOne(Sample(), text), Sample());
}

TEST(Decider, IncludesWhatAnInclusionHoldsFor) {
  EXPECT_EQ(
      Decided(R"({"id": "1", "target": "a", "title": "Café", "share": 80,)"
              R"( "content": "Hygge"})"),
      "include (include)\n"
      "  I1 true\n"
      "    target \"a\" == \"a\" | target == \"a\" @17 at 1:23-26\n");
}

TEST(Decider, ExcludesAndShowsTheSubmittersOwnWords) {
  EXPECT_EQ(Decided(R"({"target": "a", "title": "Ét møde med Tolke",)"
                    R"( "content": "Hygge"})"),
            "exclude (exclude)\n"
            "  E5 true\n"
            "    title \"Tolke\" interpreting | mentions(title, "
            "\"interpreting\") @6 at 1:39-44\n");
}

TEST(Decider, SaysThatNothingIncludesARecord) {
  EXPECT_EQ(Decided(R"({"target": "b", "title": "Café", "content": "Hygge"})"),
            "exclude (exclude)\n"
            "  I1 false\n"
            "    target \"b\" == \"a\" | target == \"a\" @17 at 1:12-15\n"
            "    target \"b\" == \"c\" | target == \"c\" @11 at 1:12-15\n"
            "  I2 false\n"
            "    content \"\" network | mentions(content, \"network\") @20\n");
}

TEST(Decider, LeavesAnUnclearExclusionToPeopleAndAsksYesOrNo) {
  EXPECT_EQ(Decided(R"({"target": "a", "title": "Café",)"
                    R"( "content": "Café med tolk"})"),
            "borderline (borderline)\n"
            "  E5 unknown\n"
            "    content \"tolk\" interpreting | mentions(content, "
            "\"interpreting\") @5 at 1:55-59\n"
            "  ? E5 : [true] exclude [false] include settles\n");
}

TEST(Decider, DoesNotTakeANegatedMentionForOne) {
  EXPECT_EQ(Decided(R"({"target": "b", "title": "Café uden tolk",)"
                    R"( "content": "Hygge"})"),
            "exclude (exclude)\n"
            "  I1 false\n"
            "    target \"b\" == \"a\" | target == \"a\" @17 at 1:12-15\n"
            "    target \"b\" == \"c\" | target == \"c\" @11 at 1:12-15\n"
            "  I2 false\n"
            "    content \"\" network | mentions(content, \"network\") @20\n");
}

TEST(Decider, AsksForAMissingShareInRanges) {
  EXPECT_EQ(Decided(R"({"target": "c", "title": "Café", "share": null,)"
                    R"( "content": "Hygge"})"),
            "borderline (borderline)\n"
            "  E6 unknown\n"
            "    share \"\" < 45 | share < 45 @13 at 1:43-47\n"
            "  I1 unknown\n"
            "    share \"\" >= 56 | share >= 56 @4 at 1:43-47\n"
            "  ? F1 share: [< 56] exclude [>= 56] include settles\n");
}

TEST(Decider, AsksForAMissingChoiceWithEveryChoice) {
  EXPECT_EQ(Decided(R"({"target": "-", "title": "Café", "share": 60,)"
                    R"( "content": "Hygge"})"),
            "borderline (borderline)\n"
            "  I1 unknown\n"
            "    target \"-\" == \"a\" | target == \"a\" @17 at 1:12-15\n"
            "    target \"-\" == \"c\" | target == \"c\" @11 at 1:12-15\n"
            "  ? I1 target: [a] include [b] exclude [c] include settles\n");
}

TEST(Decider, PutsTheSmallestSetFirstWhenNoQuestionSettlesAlone) {
  EXPECT_EQ(Decided(R"({"title": "Café", "content": "En tolk er med"})"),
            "borderline (borderline)\n"
            "  E5 unknown\n"
            "    content \"tolk\" interpreting | mentions(content, "
            "\"interpreting\") @5 at 1:34-38\n"
            "  E6 unknown\n"
            "    target \"\" == \"c\" | target == \"c\" @11\n"
            "    share \"\" < 45 | share < 45 @13\n"
            "  I1 unknown\n"
            "    target \"\" == \"a\" | target == \"a\" @17\n"
            "    target \"\" == \"c\" | target == \"c\" @11\n"
            "    share \"\" >= 56 | share >= 56 @4\n"
            "  ? F1 share: [< 45] borderline [>= 45, < 56] borderline [>= 56] "
            "borderline\n"
            "  ? E5 : [true] exclude [false] borderline\n"
            "  ? I1 target: [a] borderline [b] exclude [c] borderline\n");
}

TEST(Decider, TurnsIncludeIntoBorderlineWhenAQuestionIsOpen) {
  EXPECT_EQ(Decided(R"({"target": "a", "title": "Café", "amount": 150000,)"
                    R"( "content": "Hygge"})"),
            "borderline (include)\n"
            "  C2 true\n"
            "    amount \"150000\" > 50000 | amount > 50000 @24 at 1:44-50\n"
            "  ? C2 : [true] borderline [false] include\n"
            "  ! C2 question amount: message about unit_slip at 1:44\n");
}

TEST(Decider, LeavesExcludeAsItIsWhenAQuestionIsOpen) {
  EXPECT_EQ(Decided(R"({"target": "a", "title": "Tolk", "amount": 150000,)"
                    R"( "content": "Hygge"})"),
            "exclude (exclude)\n"
            "  E5 true\n"
            "    title \"Tolk\" interpreting | mentions(title, "
            "\"interpreting\") @6 at 1:27-31\n"
            "  ! C2 question amount: message about unit_slip at 1:44\n");
}

TEST(Decider, RejectsAndStillSaysWhatTheScopeIs) {
  EXPECT_EQ(Decided(R"({"target": "a", "title": "Café", "amount": -1,)"
                    R"( "content": "Hygge"})"),
            "invalid (include)\n"
            "  C1 true\n"
            "    amount \"-1\" < 0 | amount < 0 @22 at 1:44-46\n"
            "  I1 true\n"
            "    target \"a\" == \"a\" | target == \"a\" @17 at 1:12-15\n"
            "  ! C1 reject amount: message about negative at 1:44\n");
}

TEST(Decider, RemarksWithoutDeciding) {
  EXPECT_EQ(
      Decided(R"({"target": "a", "title": "Café"})"),
      "borderline (borderline)\n"
      "  E5 unknown\n"
      "    content \"\" interpreting | mentions(content, \"interpreting\") @5\n"
      "  ? E5 : [true] exclude [false] include settles\n"
      "  ! C3 note content: message about blank_content at 1:1\n");
}

// What stands there and cannot be read has a fault of its own, which says more.
// A remark is none: the field may be left blank all the same.
TEST(Decider, CallsNoAnswerMissingThatWasRefused) {
  const auto program = SampleProgram();
  const auto told = [&](const std::string& field, Finding::Effect effect) {
    Submission submission(*program, R"({"target": "a", "title": "Café"})");
    Decider decider(*program);
    Finding fault;
    fault.code = "D201";
    fault.field = field;
    fault.effect = effect;
    const Decision decision = submission.Decide(&decider, 0, {fault});
    std::string codes(VerdictName(decision.verdict));
    for (const Finding& finding : decision.findings)
      codes += " " + finding.code;
    return codes;
  };
  EXPECT_EQ(told("content", Finding::Effect::kReject), "invalid D201");
  EXPECT_EQ(told("share", Finding::Effect::kReject), "invalid D201 C3");
  EXPECT_EQ(told("content", Finding::Effect::kNote), "borderline D201 C3");
}

// Cut or not, and among the operands of two fields.
TEST(Decider, HidesPrivateNumbersInWhatIsCompared) {
  ProgramBuilder b;
  b.AddField("title", FieldType::kText, {});
  b.AddField("content", FieldType::kText, {});
  const Index differ = b.Op("title != content", Opcode::kNotEqual,
                            {b.Field("title"), b.Field("content")});
  b.AddRule("differ", "E1", CompiledKind::kExclusion, {}, differ);
  b.program().redaction = Redaction({"000000-####"});
  const auto program = b.Finish();
  const auto evidence = [&](const std::string& content) {
    const Decision decision =
        DecideOne(*program, R"({"title": "a", "content": ")" + content + "\"}");
    return decision.reasons[0].evidence[0].compared;
  };
  EXPECT_EQ(evidence("N.N., 990199-1234"), "!= \"N.N., 990199-****\"");
  const std::string text(148, 'x');
  EXPECT_EQ(evidence(text + " 990199-1234, der"),
            "!= \"" + text + " 990199-**…");
}

TEST(Decider, TakesAPrivateNumberForNoAmount) {
  ProgramBuilder b;
  Layout& layout = b.program().layout;
  Field asked;
  asked.name = "amount";
  asked.type = FieldType::kDecimal;
  asked.unit = {"kr.", "DKK"};  // so that it has marks between thousands
  layout.Add(asked);
  layout.amount = 0;
  b.AddRule("all", "I1", CompiledKind::kInclusion, {},
            b.Constant(Value::Bool(true)));
  const Index dear =
      b.Op("amount > 1", Opcode::kGreater, {b.Field("amount"), b.Number(1)});
  b.AddRule("dear", "C1", CompiledKind::kQuestion, {}, dear);
  b.rule("dear").message = {"{amount} kr.", "DKK {amount}"};
  b.rule("dear").ask = {"Er det {amount} kr.?", "Is it DKK {amount}?"};
  b.program().redaction = Redaction({"000000-####"});
  const auto program = b.Finish();
  const auto told = [&](const std::string& amount) {
    const Decision d = DecideOne(*program, "{\"amount\": " + amount + "}");
    return (d.amount ? std::to_string(*d.amount) : "none") + "; " +
           d.reasons[0].message.In(Lang::kEn) + "; " +
           d.questions[0].text.In(Lang::kEn) + "; " +
           d.findings[0].message.In(Lang::kDa);
  };
  EXPECT_EQ(told("9901991234"),
            "none; DKK 990199****; Is it DKK 990199****?; 990199**** kr.");
  EXPECT_EQ(told("9901991234.0"),
            "none; DKK 990199****; Is it DKK 990199****?; 990199**** kr.");
  EXPECT_EQ(told("99019912345"),
            "99019912345; DKK 99,019,912,345; Is it DKK 99,019,912,345?; "
            "99.019.912.345 kr.");
}

TEST(Decider, PointsIntoAFileOfSeveralLines) {
  EXPECT_EQ(Decided("{\"municipality\": 751,\r\n \"efforts\": [\r\n"
                    "  {\"target\": \"a\",\r\n"
                    "   \"title\": \"\\u00c9t\\tmøde med tolk\"}\r\n ]}"),
            "exclude (exclude)\n"
            "  E5 true\n"
            "    title \"tolk\" interpreting | mentions(title, "
            "\"interpreting\") @6 at 4:32-36\n"
            "  ! C3 note content: message about blank_content at 3:3\n");
}

}  // namespace
}  // namespace sigte::test

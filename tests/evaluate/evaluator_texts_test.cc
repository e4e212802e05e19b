// SPDX-License-Identifier: MPL-2.0

// What texts mention and cite, over programs put together by hand.

#include <re2/re2.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/evaluate/evaluator_fixture.h"

namespace sigte {
namespace {

TEST_F(EvaluatorTest, ATextOfSeveralFieldsLeavesOutWhatIsMissing) {
  const auto both = builder_.Add(Opcode::kText, {}, 2);
  const auto part = builder_.Constant(Value::Text("b"));
  const auto contains = builder_.Add(Opcode::kContains, {both, part});
  const auto words = builder_.Add(Opcode::kWords, {both});
  const auto years = builder_.Add(Opcode::kYears, {both});
  const auto has = builder_.Add(Opcode::kHas, {both});
  const auto show = [&](const Value& s, const Value& t) {
    const Record record = TextRecord(s, t);
    std::string text;
    for (const auto i : {contains, words, years, has}) {
      text += ValueOf(i, record) + " ";
    }
    return text;
  };
  EXPECT_EQ(show(Value::Text("a 2019"), Value::Text("b 2018")),
            "true 4 [2019, 2018] true ");
  EXPECT_EQ(show(kAbsent, Value::Text("a")), "false 1 [] true ");
  EXPECT_EQ(show(kAbsent, kAbsent),
            "unknown(missing) unknown(missing) unknown(missing) false ");
  EXPECT_EQ(show(Value::Unknown(kError), Value::Text("a")),
            "unknown(error) unknown(error) unknown(error) true ");
  EXPECT_EQ(show(Value::Unknown(kError), Value::Text("b")).substr(0, 5),
            "true ");
}

// A field's text that was broken into lines or set in says the same; what
// stands in a rule is what it is.
TEST_F(EvaluatorTest, TextsOfFieldsAreLookedThroughWithPlainBlanks) {
  const auto both = builder_.Add(Opcode::kText, {}, 2);
  const auto title = builder_.Add(Opcode::kField, {}, 0);
  const auto constant = builder_.Constant(Value::Text(" no  interpreter"));
  program().expressions.push_back(
      std::make_shared<re2::RE2>("^no interpreter$"));
  const auto start = builder_.Constant(Value::Text("no i"));
  const auto end = builder_.Constant(Value::Text("preter"));
  const auto part = builder_.Constant(Value::Text("o in"));
  std::vector<std::uint32_t> asked;
  for (const std::uint32_t text : {both, title, constant}) {
    asked.push_back(builder_.Add(Opcode::kMatches, {text}, 0));
    asked.push_back(builder_.Add(Opcode::kStartsWith, {text, start}));
    asked.push_back(builder_.Add(Opcode::kEndsWith, {text, end}));
    asked.push_back(builder_.Add(Opcode::kContains, {text, part}));
  }
  Evaluator evaluator(program());
  const auto show = [&](const char* text) {
    const Record record = TextRecord(Value::Text(text), kAbsent);
    const auto& values = evaluator.Evaluate(record);
    std::string shown;
    for (const auto i : asked) shown += values[i].is_true() ? 't' : 'f';
    return shown;
  };
  for (const char* text :
       {"no interpreter", " no interpreter ", "no\ninterpreter",
        "no \r\n\tinterpreter\n", "no\u00A0inter\u00ADpreter"}) {
    EXPECT_EQ(show(text), "ttttttttfftf") << text;
  }
  EXPECT_EQ(show("nointerpreter"), "fftffftffftf");
}

// As some systems write letters, the accent is a character behind its letter.
TEST_F(EvaluatorTest, ALetterAndItsAccentAreOneLetterInTextsOfFields) {
  const auto title = builder_.Add(Opcode::kField, {}, 0);
  program().expressions.push_back(std::make_shared<re2::RE2>("^g.r [å-ø]l$"));
  const auto matches = builder_.Add(Opcode::kMatches, {title}, 0);
  const auto part = builder_.Constant(Value::Text("går"));
  const auto contains = builder_.Add(Opcode::kContains, {title, part});
  Evaluator evaluator(program());
  for (const char* text : {"går øl", "ga\u030Ar øl"}) {
    const Record record = TextRecord(Value::Text(text), kAbsent);
    const auto& values = evaluator.Evaluate(record);
    EXPECT_TRUE(values[matches].is_true()) << text;
    EXPECT_TRUE(values[contains].is_true()) << text;
  }
}

TEST_F(EvaluatorTest, AFieldIsLookedForAsItIsLookedThrough) {
  const auto title = builder_.Add(Opcode::kField, {}, 0);
  const auto content = builder_.Add(Opcode::kField, {}, 1);
  const auto nothing = builder_.Constant(Value::Text(""));
  const auto part = builder_.Constant(Value::Text("a b"));
  const auto in_content = builder_.Add(Opcode::kContains, {content, title});
  const auto in_itself = builder_.Add(Opcode::kStartsWith, {title, title});
  // What is made of a field is read as the field is.
  const auto made = builder_.Add(Opcode::kAdd, {title, nothing});
  const auto in_made = builder_.Add(Opcode::kContains, {made, part});
  Evaluator evaluator(program());
  const Record record =
      TextRecord(Value::Text(" a\n b "), Value::Text("x a  b"));
  const auto& values = evaluator.Evaluate(record);
  EXPECT_TRUE(values[in_content].is_true());
  EXPECT_TRUE(values[in_itself].is_true());
  EXPECT_TRUE(values[in_made].is_true());
}

TEST_F(EvaluatorTest, MentionsAreAskedOfEachFieldThatHasAText) {
  program().lexicon = MakeLexicon();
  const auto mentions = builder_.Add(Opcode::kMentions, {}, 2, 0);
  const auto negates = builder_.Add(Opcode::kNegates, {}, 2, 0);
  const auto other = builder_.Constant(Value::Int(1));
  const auto together = builder_.Add(Opcode::kTogether, {other}, 2, 0);
  const auto supplements = builder_.Add(Opcode::kSupplements, {}, 2, 0);
  Evaluator evaluator(program());
  const auto show = [&](const Value& s, const Value& t) {
    const Record record = TextRecord(s, t);
    const auto& values = evaluator.Evaluate(record);
    std::string text;
    for (const auto i : {mentions, negates, supplements, together}) {
      text += Show(values[i]) + " ";
    }
    return text;
  };
  EXPECT_EQ(show(Value::Text("en tolk"), kAbsent), "true false false false ");
  EXPECT_EQ(show(kAbsent, Value::Text("uden tolk")), "false true false false ");
  EXPECT_EQ(show(Value::Text("ud over tolk"), Value::Text("kursus")),
            "false false true false ");
  EXPECT_EQ(show(Value::Text("kursus med tolk"), kAbsent),
            "true false false true ");
  EXPECT_EQ(show(Value::Text("tolk"), Value::Text("kursus")),
            "true false false false ");
  EXPECT_EQ(show(kAbsent, kAbsent),
            "unknown(missing) unknown(missing) unknown(missing) "
            "unknown(missing) ");
  EXPECT_EQ(show(Value::Unknown(kError), Value::Text("kursus")),
            "unknown(error) unknown(error) unknown(error) unknown(error) ");
}

TEST_F(EvaluatorTest, CitationsAreReadFromFieldsGroupsAndOtherTexts) {
  program().laws = MakeLaws();
  program().period_from = "2019-01-01";
  program().period_until = "2019-12-31";
  program().citations = {*program().laws->ReadPattern("serviceloven § 18")};
  const auto s = builder_.Field("s");
  const auto both = builder_.Add(Opcode::kText, {}, 2);
  const auto blank = builder_.Constant(Value::Text(" "));
  const auto joined = builder_.Add(Opcode::kAdd, {s, blank});
  std::vector<std::uint32_t> asked;
  for (const auto text : {s, both, joined}) {
    asked.push_back(builder_.Add(Opcode::kCites, {text}, 0));
    asked.push_back(builder_.Add(Opcode::kDuty, {text}));
    asked.push_back(builder_.Add(Opcode::kInForce, {text}));
  }
  Evaluator evaluator(program());
  const auto show = [&](const Value& first, const Value& second) {
    const Record record = TextRecord(first, second);
    const auto& values = evaluator.Evaluate(record);
    std::string text;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      text += Show(values[asked[i]]) + (i % 3 == 2 ? "; " : " ");
    }
    return text;
  };
  EXPECT_EQ(show(Value::Text("serviceloven § 18"), kAbsent),
            "true \"must\" true; true \"must\" true; true \"must\" true; ");
  EXPECT_EQ(show(Value::Text("serviceloven § 79"), Value::Text("ingen")),
            "false \"may\" false; false \"may\" false; "
            "false \"may\" false; ");
  EXPECT_EQ(show(Value::Text("ingen"), Value::Text("serviceloven § 18")),
            "false unknown(missing) unknown(missing); true \"must\" true; "
            "false unknown(missing) unknown(missing); ");
  EXPECT_EQ(show(kAbsent, Value::Unknown(kError)),
            "unknown(missing) unknown(missing) unknown(missing); "
            "unknown(error) unknown(error) unknown(error); "
            "unknown(missing) unknown(missing) unknown(missing); ");
}

// More texts than are kept, short ones and ones too long to keep.
TEST_F(EvaluatorTest, WhatATextCitesIsTheSameWhateverWasReadBefore) {
  program().laws = MakeLaws();
  const auto duty = builder_.Add(Opcode::kDuty, {builder_.Field("s")});
  Evaluator evaluator(program());
  for (int i = 0; i < 3000; ++i) {
    const std::string text =
        std::string(i % 7 == 0 ? 300 : 3, 'x') + std::to_string(i % 1500) +
        (i % 2 == 0 ? ". Serviceloven § 18" : ". Serviceloven § 79");
    const Record record = TextRecord(Value::Text(text), kAbsent);
    ASSERT_EQ(Show(evaluator.Evaluate(record)[duty]),
              i % 2 == 0 ? "\"must\"" : "\"may\"")
        << text;
  }
}

// What a text said is kept, beside a field that has the same texts and cites
// nothing, among more texts than are kept, and around answers and Sets.
TEST_F(EvaluatorTest, WhatATextSaysIsTheSameWhateverStoodThereBefore) {
  program().laws = MakeLaws();
  program().citations = {*program().laws->ReadPattern("serviceloven § 18"),
                         *program().laws->ReadPattern("serviceloven § 79")};
  program().expressions.push_back(std::make_shared<re2::RE2>("x1*9"));
  const auto s = builder_.Field("s");
  const auto t = builder_.Field("t");
  const auto part = builder_.Constant(Value::Text("§ 1"));
  std::vector<std::uint32_t> leaves;
  for (const std::uint32_t field : {s, t}) {
    leaves.push_back(builder_.Add(Opcode::kContains, {field, part}));
    leaves.push_back(builder_.Add(Opcode::kEndsWith, {field, part}));
    leaves.push_back(builder_.Add(Opcode::kMatches, {field}, 0));
  }
  leaves.push_back(builder_.Add(Opcode::kCites, {s}, 0));
  leaves.push_back(builder_.Add(Opcode::kCites, {s}, 1));
  leaves.push_back(builder_.Add(Opcode::kEqual, {leaves[0], leaves[6]}));
  const auto rare = builder_.Constant(Value::Text("79, §"));
  leaves.push_back(builder_.Add(Opcode::kContains, {s, rare}));
  leaves.push_back(builder_.Add(Opcode::kContains, {t, rare}));
  leaves.push_back(builder_.Add(Opcode::kNot, {leaves.back()}));
  Evaluator warm(program());
  const auto text_of = [](int i) {
    const std::string text =
        std::string(i % 7 == 0 ? 300 : 3, 'x') + std::to_string(i % 1300) +
        (i % 3 == 0 ? " Serviceloven § 18" : " Serviceloven § 79, § 1");
    return text;
  };
  for (int i = 0; i < 3000; ++i) {
    const std::string first = text_of(i * 7 % (i % 3 == 0 ? 1301 : 23));
    const std::string second = text_of(i);
    Record record = TextRecord(i % 11 == 0 ? kAbsent : Value::Text(first),
                               Value::Text(second));
    warm.Evaluate(record);
    for (const std::uint32_t leaf : leaves) {
      ASSERT_EQ(Show(warm.values()[leaf]), ValueOf(leaf, record)) << i;
    }
    if (i % 5 != 0) continue;
    const std::vector<std::pair<std::uint32_t, Value>> answers = {
        {i % 2 == 0 ? s : leaves[6], Value::Bool(i % 3 == 0)}};
    EvaluateOptions options;
    options.answers = &answers;
    warm.Reevaluate(record, options);
    record.Set(0, Value::Text(second));
    warm.Reevaluate(record, {});
    for (const std::uint32_t leaf : leaves) {
      ASSERT_EQ(Show(warm.values()[leaf]), ValueOf(leaf, record)) << i;
    }
  }
}

// Only terms that a text says something else of are worked out anew.
TEST_F(EvaluatorTest, TermsAreThoseOfTheRecordWhateverItFollows) {
  program().lexicon = MakeLexicon();
  const auto other = builder_.Constant(Value::Int(1));
  const std::uint32_t asked[] = {
      builder_.Add(Opcode::kMentions, {}, 0, 0),
      builder_.Add(Opcode::kNegates, {}, 0, 0),
      builder_.Add(Opcode::kSupplements, {}, 0, 0),
      builder_.Add(Opcode::kTogether, {other}, 0, 0)};
  Evaluator warm(program());
  const Value texts[] = {Value::Text("tolk"),
                         Value::Text("uden tolk, ud over tolk"),
                         Value::Text("kursus"),
                         Value::Text("tolk og kursus"),
                         Value::Text("tolk; kursus"),
                         Value::Text("ja"),
                         kAbsent,
                         Value::Unknown(kUnclear)};
  for (std::size_t i = 0; i < 200; ++i) {
    const Record record =
        TextRecord(texts[i * i % 11 % 8], texts[i / 8 * i % 13 % 8]);
    const auto& values = warm.Evaluate(record);
    for (const std::uint32_t index : asked) {
      ASSERT_EQ(Show(values[index]), ValueOf(index, record)) << i;
    }
  }
}

// However far into the text the clauses lie, and however far apart.
TEST_F(EvaluatorTest, TermsStandTogetherInOneClauseAndInNoOther) {
  program().lexicon = MakeLexicon();
  const auto other = builder_.Constant(Value::Int(1));
  const std::uint32_t asked[] = {
      builder_.Add(Opcode::kTogether, {other}, 0, 0),
      builder_.Add(Opcode::kTextTogether,
                   {builder_.Add(Opcode::kField, {}, 0), other}, kNoIndex, 0)};
  Evaluator warm(program());
  const auto filler = [](int clauses) {
    std::string text;
    for (int i = 0; i < clauses; ++i) text += "Ja. ";
    return text;
  };
  for (const int first : {0, 1, 62, 63, 64, 127, 200}) {
    for (const int apart : {0, 1, 62, 63, 64, 65, 128}) {
      const std::string text =
          filler(first) + "En tolk" +
          (apart == 0 ? " på kursus" : ". " + filler(apart - 1) + "Kursus");
      const Record record = TextRecord(Value::Text(text), kAbsent);
      const auto& values = warm.Evaluate(record);
      for (const std::uint32_t index : asked) {
        ASSERT_EQ(Show(values[index]), apart == 0 ? "true" : "false")
            << first << " " << apart;
        ASSERT_EQ(Show(values[index]), ValueOf(index, record));
      }
    }
  }
}

TEST_F(EvaluatorTest, ASetTextIsScannedAnewAndBack) {
  program().lexicon = MakeLexicon();
  const auto mentions = builder_.Add(Opcode::kMentions, {}, 0, 0);
  Evaluator evaluator(program());
  const Value with = Value::Text("en tolk");
  const Value without = Value::Text("en café");
  Record record = TextRecord(with, kAbsent);
  EXPECT_EQ(Show(evaluator.Evaluate(record)[mentions]), "true");
  for (const Value& value : {without, with, kAbsent, with}) {
    record.Set(0, value);
    const std::string expected = value.is_unknown() ? "unknown(missing)"
                                 : value.text() == with.text() ? "true"
                                                               : "false";
    EXPECT_EQ(Show(evaluator.Reevaluate(record, {})[mentions]), expected);
  }
  const std::span<const TermHit> hits = evaluator.HitsIn(record, 0);
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].span, (Span{3, 7}));
}

TEST_F(EvaluatorTest, PatternsFromValuesAreCompiledOnTheFly) {
  const auto s = builder_.Field("s");
  const auto t = builder_.Field("t");
  const auto matches = builder_.Add(Opcode::kMatches, {s, t});
  const auto show = [&](const char* text, const char* pattern) {
    return ValueOf(matches,
                   TextRecord(Value::Text(text), Value::Text(pattern)));
  };
  EXPECT_EQ(show("abc", "^a.c$"), "true");
  EXPECT_EQ(show("abc", "^b"), "false");
  EXPECT_EQ(show("abc", "("), "unknown(error)");
  Evaluator evaluator(program());
  for (int i = 0; i < 1'000; ++i) {
    const std::string text = std::to_string(i);
    const std::string pattern = "^" + text;
    const Record record = TextRecord(Value::Text(text), Value::Text(pattern));
    ASSERT_TRUE(evaluator.Evaluate(record)[matches].is_true());
  }
}

}  // namespace
}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/record/record.h"

#include <string>

#include "engine/read/json_reader.h"
#include "gtest/gtest.h"
#include "tests/record/fields.h"

namespace sigte {
namespace {

Layout MakeLayout() {
  Layout layout;
  layout.Add(MakeField("title", FieldType::kText));
  layout.Add(MakeField("amount", FieldType::kInt));
  layout.Add(MakeField("share", FieldType::kDecimal));
  layout.Add(MakeField("open", FieldType::kBool));
  layout.Add(MakeField("groups", FieldType::kText, true));
  layout.Add(MakeField("place", FieldType::kText, false, true));
  layout.missing_markers = {"-", "Ukendt", "å?"};
  return layout;
}

class RecordTest : public testing::Test {
 protected:
  /// Every slot of the record `json`, as "title=… amount=…"; an unknown tells
  /// its cause.
  std::string Slots(std::string_view json) {
    Fill(json);
    std::string out;
    for (FieldIndex i = 0; i < layout_.size(); ++i) {
      const Value& value = record_[i].value;
      if (i > 0) out += " ";
      out += layout_[i].name + "=" + ToString(value);
      if (value.is_unknown()) {
        out += ":";
        out += CauseName(static_cast<Cause>(value.causes()));
      }
    }
    return out;
  }

  /// The value of field `name` where it alone is given as `json`.
  std::string Only(const std::string& name, const std::string& json) {
    Fill("{\"" + name + "\": " + json + "}");
    const Value& value = record_[layout_.Find(name)].value;
    if (!value.is_unknown()) return ToString(value);
    return std::string(CauseName(static_cast<Cause>(value.causes())));
  }

  void Fill(std::string_view json, NodeIndex node = 0,
            NodeIndex file = kNoNode) {
    text_ = PaddedText(json);
    IssueList issues;
    ASSERT_TRUE(reader_.Read(text_.text(), nullptr, 0, &document_, &issues));
    record_.Fill(document_, node, file);
  }

  Layout layout_ = MakeLayout();
  Record record_{layout_};
  JsonReader reader_;
  PaddedText text_;
  Document document_;
};

TEST_F(RecordTest, ReadsEachFieldByItsType) {
  EXPECT_EQ(Slots(R"({"title": "Café", "amount": 12, "share": 0.50,
                      "open": true, "groups": ["a", "b"], "place": "p"})"),
            R"(title="Café" amount=12 share=0.5 open=true groups=["a", "b"] )"
            R"(place="p")");
}

TEST_F(RecordTest, FindsFieldsInAnyOrderAndLeavesOthersOut) {
  EXPECT_EQ(Slots(R"({"place": "p", "nobody": 1, "amount": 3, "title": "t"})"),
            R"(title="t" amount=3 share=unknown:missing open=unknown:missing )"
            R"(groups=unknown:missing place="p")");
}

TEST_F(RecordTest, TakesWholeNumbersForIntegersHoweverWritten) {
  EXPECT_EQ(Only("amount", "1.0"), "1");
  EXPECT_EQ(Only("amount", "1e3"), "1000");
  EXPECT_EQ(Only("amount", "-0"), "0");
  EXPECT_EQ(Only("amount", "9223372036854775807"), "9223372036854775807");
  EXPECT_EQ(Only("amount", "9223372036854775808"), "error");
  EXPECT_EQ(Only("amount", "0.5"), "error");
  EXPECT_EQ(Only("amount", "1e400"), "error");
}

TEST_F(RecordTest, KeepsDecimalsExactly) {
  EXPECT_EQ(Only("share", "0.1"), "0.1");
  EXPECT_EQ(Only("share", "12345678901234567890123"),
            "12345678901234567890123");
  EXPECT_EQ(Only("share", "1e-400"), "error");
}

TEST_F(RecordTest, TakesBlanksAndMarkersForNoAnswer) {
  for (const char* json : {"null", "\"\"", "\" \\t\"", "\"-\"", "\" - \"",
                           "\"UKENDT\"", "\"å?\""}) {
    EXPECT_EQ(Only("title", json), "missing") << json;
    EXPECT_EQ(Only("amount", json), "missing") << json;
    EXPECT_EQ(Only("groups", json), "missing") << json;
  }
  EXPECT_EQ(Only("title", "\"--\""), "missing");
  EXPECT_EQ(Only("title", "\"-x\""), "\"-x\"");
}

TEST_F(RecordTest, CallsAWrongKindAnError) {
  EXPECT_EQ(Only("title", "12"), "error");
  EXPECT_EQ(Only("title", "[\"a\"]"), "error");
  EXPECT_EQ(Only("title", "{}"), "error");
  EXPECT_EQ(Only("amount", "\"12\""), "error");
  EXPECT_EQ(Only("amount", "true"), "error");
  EXPECT_EQ(Only("open", "1"), "error");
  EXPECT_EQ(Only("groups", "\"a\""), "error");
}

TEST_F(RecordTest, ReadsListsElementByElement) {
  EXPECT_EQ(Only("groups", "[]"), "[]");
  EXPECT_EQ(Only("groups", R"(["a", null, "-", 3, ["b"], "c"])"),
            R"(["a", unknown, unknown, unknown, unknown, "c"])");
  const Value& list = record_[4].value;
  EXPECT_EQ(list.items()[1].causes(), kMissing);
  EXPECT_EQ(list.items()[2].causes(), kMissing);
  EXPECT_EQ(list.items()[3].causes(), kError);
  EXPECT_EQ(list.items()[4].causes(), kError);
}

TEST_F(RecordTest, ForgetsWhatIsNoneOfTheClosedValues) {
  layout_ = Layout();
  Field one = MakeField("area", FieldType::kText);
  one.choices = {{"town", {}, {}, {}}, {"sea", {}, {}, {}}};
  Field level = MakeField("level", FieldType::kInt);
  level.choices = {{"1", {}, {}, {}}, {"2.0", {}, {}, {}}};
  Field several = one;
  several.name = "several";
  several.is_list = true;
  for (const Field& field : {one, level, several}) layout_.Add(field);
  layout_.Add(MakeField("free", FieldType::kText));
  record_ = Record(layout_);
  const auto after = [&](std::string_view json) {
    Fill(json);
    record_.ForgetUnlisted();
    std::string out;
    for (FieldIndex i = 0; i < layout_.size(); ++i) {
      out += ToString(record_[i].value) + " ";
    }
    return out;
  };
  EXPECT_EQ(after(R"({"area": "sea", "level": 2, "several": ["town"],
                      "free": "Sea"})"),
            "\"sea\" 2 [\"town\"] \"Sea\" ");
  EXPECT_EQ(after(R"({"area": "Sea", "level": 3, "several": ["town", "x"]})"),
            "unknown unknown [\"town\", unknown] unknown ");
  Fill(R"({"area": "Sea"})");
  record_.ForgetUnlisted();
  EXPECT_EQ(record_[0].value.causes(), kError);
  EXPECT_EQ(record_[1].value.causes(), kMissing);
}

TEST_F(RecordTest, LooksForTheGroupsFieldsInTheFileToo) {
  Fill(R"({"place": "file", "title": "no", "list": [{}, {"place": "own"}]})");
  const NodeIndex list = document_.Member(Document::kRoot, "list");
  record_.Fill(document_, list + 1, Document::kRoot);
  EXPECT_EQ(record_[5].value.text(), "file");
  EXPECT_TRUE(record_[0].value.is_unknown());
  record_.Fill(document_, list + 2, Document::kRoot);
  EXPECT_EQ(record_[5].value.text(), "own");
}

TEST_F(RecordTest, LeavesOutWhatIsNotWanted) {
  record_.ReadOnly({1, 5});
  for (
      const char* json :
      {R"({"title": "t", "amount": 1, "share": 2, "place": "p", "open": true})",
       R"({"place": "p", "open": true, "amount": 1, "title": "t"})"}) {
    EXPECT_EQ(Slots(json),
              R"(title=unknown:missing amount=1 share=unknown:missing )"
              R"(open=unknown:missing groups=unknown:missing place="p")");
  }
  record_.ReadOnly({});
  Fill(R"({"amount": 1})");
  EXPECT_TRUE(record_[1].value.is_unknown());
}

TEST_F(RecordTest, ForgetsTheRecordBefore) {
  Fill(R"({"title": "a", "groups": ["x"]})");
  Fill("{}");
  EXPECT_TRUE(record_[0].value.is_unknown());
  EXPECT_EQ(record_[4].node, kNoNode);
  Fill("[1]");
  EXPECT_TRUE(record_[0].value.is_unknown());
}

TEST_F(RecordTest, TellsWhatItsAuthorWrote) {
  Fill(R"({"title": "a\"b", "share": 1.50, "groups": ["x", 1]})");
  EXPECT_EQ(record_.Written(0), "a\"b");
  EXPECT_EQ(record_.Written(1), "");
  EXPECT_EQ(record_.Written(2), "1.50");
  EXPECT_EQ(record_.Written(4), "[\"x\", 1]");
}

TEST_F(RecordTest, LetsAValueBeReplaced) {
  Fill("{}");
  record_.Set(1, Value::Int(5));
  EXPECT_EQ(record_[1].value.int_value(), 5);
}

TEST(Layout, FindsFieldsByName) {
  Layout layout;
  layout.Add(MakeField("a", FieldType::kText));
  layout.Add(MakeField("b", FieldType::kInt));
  EXPECT_EQ(layout.Find("b"), 1u);
  EXPECT_EQ(layout.Find("c"), kNoField);
  EXPECT_EQ(layout.Names(), (std::vector<std::string>{"a", "b"}));
}

}  // namespace
}  // namespace sigte

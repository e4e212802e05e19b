// SPDX-License-Identifier: MPL-2.0

#include "engine/record/document.h"

#include <set>

#include "engine/read/json_reader.h"
#include "gtest/gtest.h"

namespace sigte {
namespace {

class DocumentTest : public testing::Test {
 protected:
  const Document& Read(std::string_view json) {
    text_ = PaddedText(json);
    IssueList issues;
    EXPECT_TRUE(reader_.Read(text_.text(), nullptr, 0, &document_, &issues));
    return document_;
  }

  JsonReader reader_;
  PaddedText text_;
  Document document_;
};

TEST_F(DocumentTest, FindsMembersByName) {
  const Document& d = Read(R"({"a": [1, {"b": 2}], "b": 3, "": 4})");
  EXPECT_EQ(d[d.Member(Document::kRoot, "b")].text, "3");
  EXPECT_EQ(d[d.Member(Document::kRoot, "")].text, "4");
  EXPECT_EQ(d.Member(Document::kRoot, "c"), kNoNode);
  const NodeIndex list = d.Member(Document::kRoot, "a");
  EXPECT_EQ(d.Member(list, "b"), kNoNode);
  EXPECT_EQ(d[list].count, 2u);
}

TEST_F(DocumentTest, PointsToEveryNodeByItsOwnPath) {
  const Document& d = Read(R"({"a/b": [1, {"~": null}], "c": {}})");
  EXPECT_EQ(d.PointerTo(Document::kRoot), "");
  const NodeIndex list = d.Member(Document::kRoot, "a/b");
  EXPECT_EQ(d.PointerTo(list), "/a~1b");
  EXPECT_EQ(d.PointerTo(list + 1), "/a~1b/0");
  EXPECT_EQ(d.PointerTo(list + 2), "/a~1b/1");
  EXPECT_EQ(d.PointerTo(d.Member(list + 2, "~")), "/a~1b/1/~0");
  EXPECT_EQ(d.PointerTo(d.Member(Document::kRoot, "c")), "/c");
}

// The key itself is told by the path of its value.
TEST_F(DocumentTest, PointsToAKeyAsToItsValue) {
  const Document& d = Read(R"([{"x": 1}])");
  EXPECT_EQ(d.PointerTo(2), "/0/x");
  EXPECT_EQ(d.PointerTo(3), "/0/x");
}

TEST_F(DocumentTest, KeepsThePlaceOfEveryNode) {
  const std::string json = R"( {"a" : [ true ,"x\n"] } )";
  const Document& d = Read(json);
  const auto text = [&](NodeIndex i) {
    const Span span = d.SpanOf(i);
    return json.substr(span.begin, span.end - span.begin);
  };
  EXPECT_EQ(text(0), R"({"a" : [ true ,"x\n"] })");
  EXPECT_EQ(text(1), R"("a")");
  EXPECT_EQ(text(2), R"([ true ,"x\n"])");
  EXPECT_EQ(text(3), "true");
  EXPECT_EQ(text(4), R"("x\n")");
  EXPECT_EQ(d[4].text, "x\n");
}

TEST(Document, GivesRoomThatStaysUntilItIsCleared) {
  Document document;
  document.Clear("");
  std::set<char*> rooms;
  for (std::size_t size : {10u, 5000u, 1u, 4000u, 100u}) {
    char* room = document.Room(size);
    std::fill(room, room + size, 'x');
    EXPECT_TRUE(rooms.insert(room).second);
  }
  document.Clear("");
  EXPECT_TRUE(rooms.contains(document.Room(10)));
}

}  // namespace
}  // namespace sigte

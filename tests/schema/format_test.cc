// SPDX-License-Identifier: MPL-2.0

// Each format that is asserted: what it lets through and what it stops.
#include <ostream>
#include <string>
#include <vector>

#include "engine/base/json_writer.h"
#include "gtest/gtest.h"
#include "tests/schema/fault_text.h"

namespace sigte {
namespace {

struct FormatCase {
  const char* format;
  std::vector<std::string> good;
  std::vector<std::string> bad;

  friend void PrintTo(const FormatCase& c, std::ostream* out) {
    *out << c.format;
  }
};

class Formats : public testing::TestWithParam<FormatCase> {
 protected:
  static std::string Says(const std::string& text, bool assert_format) {
    std::string instance;
    JsonWriter(&instance).String(text);
    SchemaOptions options;
    options.assert_format = assert_format;
    return MessageOf("{\"format\":\"" + std::string(GetParam().format) + "\"}",
                     instance, Lang::kEn, options);
  }
};

TEST_P(Formats, LetThroughWhatTheStandardsDescribe) {
  for (const std::string& text : GetParam().good) {
    EXPECT_EQ(Says(text, true), "") << text;
  }
}

TEST_P(Formats, StopWhatTheyDoNot) {
  for (const std::string& text : GetParam().bad) {
    EXPECT_NE(Says(text, true), "") << text;
    EXPECT_EQ(Says(text, false), "") << text;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Asserted, Formats,
    testing::Values(
        FormatCase{"date",
                   {"2020-02-29", "0001-12-31"},
                   {"2019-02-29", "2019-13-01", "2019-1-1", "20190101", ""}},
        FormatCase{"time",
                   {"23:59:60Z", "12:00:00.5+01:00"},
                   {"12:00:00", "24:00:00Z", "12:60:00Z", "12:00Z"}},
        FormatCase{
            "date-time",
            {"2019-12-31T23:59:59Z", "2019-01-01t00:00:00-02:30"},
            {"2019-12-31 23:59:59Z", "2019-02-30T00:00:00Z", "2019-01-01"}},
        FormatCase{"duration",
                   {"P1Y2M3DT4H5M6S", "P4W", "PT0S"},
                   {"P", "P1", "PT", "P1D2H", "P1W2D", "1D"}},
        FormatCase{"email",
                   {"a@b.dk", "a.b+c@d-e.example"},
                   {"a", "@b.dk", "a@", "a b@c.dk", ".a@b.dk"}},
        FormatCase{"idn-email", {"ærø@øl.dk"}, {"ærø"}},
        FormatCase{"hostname",
                   {"a", "a-b.example", "xn--rgbaf-sra.dk"},
                   {"-a", "a-", "a..b", "a_b", std::string(64, 'a')}},
        FormatCase{"ipv4",
                   {"127.0.0.1", "255.255.255.255"},
                   {"256.0.0.1", "1.2.3", "1.2.3.04", "1.2.3.4.5"}},
        FormatCase{"ipv6",
                   {"::", "::1", "fe80::1:2", "::ffff:1.2.3.4"},
                   {":::", "1::2::3", "12345::", "1:2:3:4:5:6:7", "::1%a"}},
        FormatCase{"uri",
                   {"https://a.dk/b?c#d", "urn:a:b", "mailto:a@b.dk"},
                   {"/a", "a b:c", "https://a.dk/æ", "\\\\a\\b"}},
        FormatCase{"uri-reference", {"/a", "#b", "", "a/b?c"}, {"a b", "\\a"}},
        FormatCase{"iri", {"https://ærø.dk/ø"}, {"/ø", "https://a b"}},
        FormatCase{"iri-reference", {"/ø", "#å"}, {"a b"}},
        FormatCase{"uri-template", {"/a/{b}", "{?q*}"}, {"/a/{b", "/a/{b"}},
        FormatCase{"uuid",
                   {"2eb8aa08-aa98-11ea-b4aa-73b441d16380",
                    "2EB8AA08-AA98-11EA-B4AA-73B441D16380"},
                   {"2eb8aa08aa9811eab4aa73b441d16380",
                    "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
                    "2eb8aa08-aa98-11ea-b4aa-73b441d1638g"}},
        FormatCase{"json-pointer",
                   {"", "/a/0", "/a~1b~0"},
                   {"a", "#/a", "/a~", "/a~2"}},
        FormatCase{"relative-json-pointer",
                   {"0", "1/a", "2#"},
                   {"/a", "-1/a", "01/a"}},
        // What the schema's own patterns may not have, data may.
        FormatCase{
            "regex",
            {"^a+$", "[æ]", "^(?=a)", "(?<!a)b", "(a)\\1", "\\k<n>(?<n>a)",
             "a{1,99999}", "\\p{Alphabetic}", "\\P{LC}", "((?=a)|(?!b))*"},
            {"(", "[z-a]", "a**", "(?=a", "\\1", "(a)\\2", "\\k<n>", "\\k",
             "a{3,2}", "\\p{Alphabetik}", "(?>a)"}}),
    [](const auto& test) {
      std::string name = test.param.format;
      std::erase(name, '-');
      return name;
    });

}  // namespace
}  // namespace sigte

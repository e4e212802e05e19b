// SPDX-License-Identifier: MPL-2.0

// Nothing that a submitter wrote gets out of any output format.

#include <string>
#include <vector>

#include "engine/base/utf8.h"
#include "gmock/gmock.h"
#include "tests/report/format_runs.h"

namespace sigte::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// One record that tries everything: terminals, markup, formulas, workflow
// commands, links, line ends, text direction and a private number.
constexpr std::string_view kEvil =
    "=HYPERLINK(0)\\u001b[31m\\r\\n::error::x%0A</testcase><script>]]>&amp;"
    "\\n# top\\n| x | `c` [a](http://e) @me www.e \\u202e\\ufffe\\u009b1m "
    "\\\";=1+1;\\\" CPR 010203-0000 tolk";

std::string EvilFile() {
  const std::string evil(kEvil);
  return "{\"municipality\": 751, \"efforts\": [{\"id\": \"" + evil +
         "\", \"title\": \"" + evil + "\", \"amount\": 3, \"target\": \"a\", " +
         "\"content\": \"" + evil + "\"}, {\"id\": \"" + evil +
         "\", \"title\": \"" + evil +
         "\", \"amount\": -3, \"target\": \"b\", " + "\"content\": \"x\"}]}";
}

class HostileTexts : public testing::TestWithParam<Tried> {
 protected:
  HostileTexts() {
    program_->redaction = Redaction({"000000-####"});
    decisions_ = DecideAll(*program_, EvilFile());
    for (Decision& decision : decisions_) {
      decision.file = "a\x1b[1m::error::,x\n=b|<c>.json";
    }
    Finding finding;
    finding.code = "D999";
    finding.slug = "evil";
    finding.effect = Finding::Effect::kReject;
    finding.message = decisions_[0].title;
    finding.field = decisions_[0].title;
    finding.location = Location{};
    finding.location->line = decisions_[0].title;
    decisions_[1].findings.push_back(finding);
    of_file_.push_back(finding);
  }

  std::string Text() const {
    FormatOptions options;
    options.verbose = true;
    return Write(GetParam().make, *program_, options, decisions_, of_file_)
        .text;
  }

  std::unique_ptr<Program> program_ = SampleProgram();
  std::vector<Decision> decisions_;
  std::vector<Finding> of_file_;
};

TEST_P(HostileTexts, NeverShowAPrivateNumberWhole) {
  const std::string text = Text();
  const bool is_markdown = std::string_view(GetParam().name) == "Markdown";
  EXPECT_THAT(text,
              HasSubstr(is_markdown ? "010203-\\*\\*\\*\\*" : "010203-****"));
  EXPECT_THAT(text, Not(HasSubstr("010203-0000")));
}

TEST_P(HostileTexts, NeverSteerATerminal) {
  const std::string text = Text();
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (c < 0x20) {
      EXPECT_TRUE(c == '\n' || c == '\r') << std::uint32_t{c};
    }
    if (GetParam().is_json) continue;
    EXPECT_FALSE(c >= 0x7F && c < 0xA0) << std::uint32_t{c};
    EXPECT_NE(c, U'\u202e');
  }
}

TEST_P(HostileTexts, NeverBeginALineOrATagOfTheirOwn) {
  const std::string text = Text();
  for (const char* beginning : {"\n::error::x", "\n# top", "\n| x |", "\n=b"}) {
    EXPECT_THAT(text, Not(HasSubstr(beginning)));
  }
  if (std::string_view(GetParam().name) == "Junit") {
    EXPECT_THAT(text, Not(HasSubstr("<script>")));
    EXPECT_THAT(text, Not(HasSubstr("]]>")));
  }
  if (std::string_view(GetParam().name) == "Markdown") {
    EXPECT_THAT(text, Not(HasSubstr(" <script>")));
    EXPECT_THAT(text, Not(HasSubstr("[a](http")));
    EXPECT_THAT(text, Not(HasSubstr("a](http://")));
    EXPECT_THAT(text, Not(HasSubstr(" @me")));
  }
}

TEST_P(HostileTexts, AreLeftOutWhereNoValuesAreToBeShown) {
  const std::string_view name = GetParam().name;
  if (name == "Full" || name == "Ndjson" || name == "Json") return;
  FormatOptions options;
  options.verbose = true;
  options.show_values = false;
  const std::string text =
      Write(GetParam().make, *program_, options, decisions_, of_file_).text;
  EXPECT_THAT(text, Not(HasSubstr("HYPERLINK")));
  EXPECT_THAT(text, Not(HasSubstr("CPR")));
}

TEST_P(HostileTexts, AreNoFormulasAndMakeNoCells) {
  if (std::string_view(GetParam().name) != "Csv") return;
  const std::string text = Text();
  std::size_t separators = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (quoted || (text[i] != ';' && text[i] != '\n')) continue;
    if (text[i] == ';') ++separators;
    const char next = i + 1 < text.size() ? text[i + 1] : ';';
    EXPECT_TRUE(next == '"' || next == ';' || next == '\r' ||
                (next >= '0' && next <= '9') || next == '-')
        << text.substr(i, 40);
    if (next == '"') {
      EXPECT_EQ(std::string("=+-@").find(text[i + 2]), std::string::npos);
    }
  }
  EXPECT_EQ(separators % 12, 0u);
}

INSTANTIATE_TEST_SUITE_P(EveryFormat, HostileTexts, testing::ValuesIn(kFormats),
                         [](const auto& test) {
                           return std::string(test.param.name);
                         });

}  // namespace
}  // namespace sigte::test

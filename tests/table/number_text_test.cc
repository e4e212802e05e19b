// SPDX-License-Identifier: MPL-2.0

#include "engine/table/number_text.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace sigte {
namespace {

/// "1250 or 1.25", and what stands around the number after a bar.
std::string Read(const std::string& text) {
  std::string rest;
  std::string out;
  for (const std::string& number : NumbersIn(text, &rest)) {
    out += (out.empty() ? "" : " or ") + number;
  }
  if (out.empty()) out = "-";
  return rest.empty() ? out : out + " | " + rest;
}

struct Written {
  const char* text;
  const char* read;

  friend void PrintTo(const Written& written, std::ostream* out) {
    *out << "\"" << written.text << "\"";
  }
};

class NumberText : public testing::TestWithParam<Written> {};

TEST_P(NumberText, IsReadAsAllItMayBe) {
  EXPECT_EQ(Read(GetParam().text), GetParam().read);
}

INSTANTIATE_TEST_SUITE_P(
    One, NumberText,
    testing::Values(
        Written{"0", "0"}, Written{"56", "56"}, Written{" 007 ", "7"},
        Written{"12,5", "12.5"}, Written{"12.5", "12.5"},
        Written{"0,125", "0.125"}, Written{"0.125", "0.125"},
        Written{"1234,567", "1234.567"}, Written{"1.250.000", "1250000"},
        Written{"1,250,000", "1250000"}, Written{"1.250,5", "1250.5"},
        Written{"1,250.50", "1250.5"}, Written{"1 250", "1250"},
        Written{"1\u00A0"
                "250",
                "1250"},
        Written{"1\u202F"
                "250,5",
                "1250.5"},
        Written{"1'250", "1250"}, Written{"-5", "-5"},
        Written{"\u2212"
                "5",
                "-5"},
        Written{"+5", "5"}, Written{"-0", "0"}, Written{"1250,-", "1250"},
        Written{"kr. 1250,-", "1250 | kr."}, Written{"56 %", "56 | %"},
        Written{"56%", "56 | %"}, Written{"1 250 kr.", "1250 | kr."},
        Written{"1250.-", "1250"}, Written{"1250,--", "1250"},
        Written{"1250,\u2013", "1250"}));

// As accounts do.
INSTANTIATE_TEST_SUITE_P(Negative, NumberText,
                         testing::Values(Written{"(500)", "-500"},
                                         Written{"( 500 )", "-500"},
                                         Written{"kr. (500)", "-500 | kr."},
                                         Written{"(500 kr.)", "-500 | kr."},
                                         Written{"(500,-)", "-500"},
                                         Written{"(1.250)", "-1250 or -1.25"},
                                         Written{"500-", "-500"},
                                         Written{"500- kr.", "-500 | kr."},
                                         Written{"500\u2212", "-500"},
                                         Written{"1.250-", "-1250 or -1.25"}));

// What is no sign of its own, or one too many, stays beside the number.
INSTANTIATE_TEST_SUITE_P(
    Beside, NumberText,
    testing::Values(Written{"<500", "500 | <"}, Written{"> 500", "500 | >"},
                    Written{"500?", "500 | ?"}, Written{"500+", "500 | +"},
                    Written{"--500", "-500 | -"}, Written{"- 500", "500 | -"},
                    Written{"-500-", "-500 | -"}, Written{"500 -", "500 | -"},
                    Written{"(500", "500 | ("}, Written{"500)", "500 | )"},
                    Written{"(-500)", "-500 | ( )"},
                    Written{"(500-)", "-500 | -"},
                    Written{"-(500)", "-500 | -"},
                    Written{"500-kr.", "500 | -kr."},
                    Written{"(kr.) 500 (2)", "- | (kr.)  )"}));

INSTANTIATE_TEST_SUITE_P(Two, NumberText,
                         testing::Values(Written{"1.250", "1250 or 1.25"},
                                         Written{"1,250", "1250 or 1.25"},
                                         Written{"1.250 kr.",
                                                 "1250 or 1.25 | kr."},
                                         Written{"-12,500", "-12500 or -12.5"},
                                         Written{"999.000", "999000 or 999"}));

INSTANTIATE_TEST_SUITE_P(
    None, NumberText,
    testing::Values(Written{"", "-"}, Written{"-", "- | -"},
                    Written{"ukendt", "- | ukendt"}, Written{"1.2.3", "-"},
                    Written{"1.25.000", "-"}, Written{"1..250", "-"},
                    Written{"12 34", "-"}, Written{"1-2", "-"},
                    Written{"2019-05-01", "-"}, Written{"1.250.00", "-"},
                    Written{"1,23E+15", "-"}, Written{"5 (3)", "- | )"},
                    Written{"ca. 100", "100 | ca."}));

}  // namespace
}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>

namespace sigte::test {

/// A submission of which the sample program makes every verdict; what the tests
/// of reports and formats tell of.
inline constexpr std::string_view kReportedFile =
    "{\"municipality\": 751,\n"
    " \"efforts\": [\n"
    "  {\"id\": \"1\", \"title\": \"Café\", \"amount\": 1200, \"target\": "
    "\"a\",\n"
    "   \"content\": \"Hygge\"},\n"
    "  {\"id\": \"2\", \"title\": \"Tolkebistand\", \"amount\": 300,\n"
    "   \"target\": \"a\", \"content\": \"En tolk er med\"},\n"
    "  {\"id\": \"3\", \"title\": \"Tolk\", \"amount\": 450, \"target\": "
    "\"b\",\n"
    "   \"content\": \"Hygge\"},\n"
    "  {\"id\": \"4\", \"title\": \"Klub\", \"target\": \"b\",\n"
    "   \"content\": \"Hygge\"},\n"
    "  {\"id\": \"5\", \"title\": \"Klub\", \"amount\": -3, \"target\": "
    "\"b\",\n"
    "   \"content\": \"Hygge\"},\n"
    "  {\"id\": \"6\", \"title\": \"Kursus\", \"amount\": 90, \"target\": "
    "\"c\",\n"
    "   \"content\": \"Hygge\"}]}";

}  // namespace sigte::test

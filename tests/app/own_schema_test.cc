// SPDX-License-Identifier: MPL-2.0

// A ruleset with a schema of its own, whose records have truth values, decimals
// and lists, but neither titles, groups nor amounts (tests/data/bookings): what
// people are shown of it.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/app/program_runner.h"
#include "tests/app/report_parts.h"

namespace sigte {
namespace {

constexpr const char* kOwnFile =
    "{\"bookings\": [\n"
    "{\"id\": \"1\", \"open\": true, \"hours\": 12.5, \"price\": 1234.5,\n"
    " \"uses\": [], \"tags\": [\"x\", \"y\\u00e6\"],\n"
    " \"rates\": [0.5, 1.125], \"place\": \"in\", \"paid\": false},\n"
    "{\"id\": \"2\", \"open\": true, \"hours\": 100.75, \"price\": 1.25,\n"
    " \"uses\": [\"a\", \"b\"], \"place\": \"out\", \"paid\": true},\n"
    "{\"id\": \"3\", \"hours\": 3.5, \"uses\": [\"b\"], \"price\": 1.25,\n"
    " \"place\": \"in\", \"paid\": true},\n"
    "{\"id\": \"4\", \"open\": true, \"hours\": 0.25, \"uses\": [\"b\"]}\n"
    "]}\n";

class OwnSchema : public testing::Test {
 protected:
  OwnSchema() {
    std::filesystem::copy(SIGTE_SOURCE_DIR "/tests/data/bookings",
                          work_.folder() / "rules");
    work_.Write("a.json", kOwnFile);
  }

  std::string Run(std::vector<std::string> arguments,
                  const std::string& lang) const {
    arguments.insert(arguments.end(), {"--rules", "rules", "--lang", lang});
    return work_.Run(std::move(arguments)).out;
  }

  Workplace work_;
};

TEST_F(OwnSchema, HasASummaryOfTheTotalAlone) {
  const std::string report = Run({"screen", "a.json"}, "da");
  EXPECT_EQ(report.substr(0, report.find("\n\n")),
            "                  medtaget  udeladt  grænsetilfælde  ugyldig\n"
            "                     antal    antal           antal    antal\n"
            "------------------------------------------------------------\n"
            "I alt                    1        1               1        1");
}

TEST_F(OwnSchema, TellsANumberOfAListThatCannotBeHeld) {
  work_.Write("b.ndjson",
              "{\"id\": \"1\", \"open\": true, \"rates\": [0.5, 1e400, "
              "12345678901234567890123456789012345678901]}\n");
  EXPECT_EQ(Section(Run({"screen", "b.ndjson"}, "en"), "Faults and remarks"),
            "b.ndjson:1:42: error: 'rates' has more digits or decimals than "
            "can be reckoned with [D168 unheld-value]\n"
            "    1 | {\"id\": \"1\", \"open\": true, \"rates\": [0.5, 1e400, "
            "12345678901234567890123456789012345678901]}\n"
            "      |                                          ^~~~~\n"
            "      = record: 1\n"
            "      = help: correct the number\n"
            "      = more: sigte explain D168\n"
            "b.ndjson:1:49: error: 'rates' has more digits or decimals than "
            "can be reckoned with [D168 unheld-value]\n"
            "    1 | {\"id\": \"1\", \"open\": true, \"rates\": [0.5, 1e400, "
            "12345678901234567890123456789012345678901]}\n"
            "      |                                                 "
            "^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
            "      = record: 1\n");
}

TEST_F(OwnSchema, TellsValuesInTheWordsOfTheLanguage) {
  EXPECT_EQ(
      Section(Run({"screen", "a.json"}, "da"), "Skal afgøres af et menneske"),
      "3\n"
      "  a.json:7\n"
      "  I1 Åbent for alle – uafklaret: svar mangler\n"
      "      Åben for alle: intet svar – er ja?\n"
      "      regel: open_to_all, rules/rules.yaml:1\n"
      "  K1 Meget billigt – gælder\n"
      "      Betalt: ja, men prisen er 1,25.\n"
      "      Betalt: »ja«\n"
      "      a.json:8:25\n"
      "          8 |  \"place\": \"in\", \"paid\": true},\n"
      "            |                         ^~~~\n"
      "      Pris: »1,25« – under 1,5\n"
      "      a.json:7:51\n"
      "          7 | {\"id\": \"3\", \"hours\": 3.5, \"uses\": "
      "[\"b\"], \"price\": 1.25,\n"
      "            |                                                   "
      "^~~~\n"
      "      regel: cheap, rules/rules.yaml:34\n"
      "  ? Er der åbent for alle?\n"
      "      svar i feltet Åben for alle (open)\n"
      "      ja (Åben for alle) → grænsetilfælde\n"
      "      nej (Åben for alle) → udeladt\n"
      "      regel: open_to_all, rules/rules.yaml:1\n"
      "  ? Er prisen 1,25 forkert?\n"
      "      ja (K1 gælder) → grænsetilfælde\n"
      "      nej (K1 gælder ikke) → grænsetilfælde\n"
      "      regel: cheap, rules/rules.yaml:34\n");
  EXPECT_EQ(Run({"explain", "2", "a.json"}, "en"),
            "2\n"
            "a.json:5\n"
            "\n"
            "Verdict: left out\n"
            "\n"
            "Why\n"
            "  E1 Too long – holds\n"
            "      It takes long.\n"
            "      Hours: '100.75' – over 12.5\n"
            "      a.json:5:36\n"
            "          5 | {\"id\": \"2\", \"open\": true, \"hours\": "
            "100.75, \"price\": 1.25,\n"
            "            |                                    ^~~~~~\n"
            "      rule: too_long, rules/rules.yaml:12\n"
            "  E2 Teaching – holds\n"
            "      There is teaching.\n"
            "      Uses: 'School, Work' – School\n"
            "      a.json:6:10\n"
            "          6 |  \"uses\": [\"a\", \"b\"], \"place\": \"out\", "
            "\"paid\": true},\n"
            "            |          ^~~~~~~~~~\n"
            "      Place: 'Outside' – one of: Outside, Inside\n"
            "      a.json:6:31\n"
            "          6 |  \"uses\": [\"a\", \"b\"], \"place\": \"out\", "
            "\"paid\": true},\n"
            "            |                               ^~~~~\n"
            "      rule: school, rules/rules.yaml:23\n"
            "\n"
            "Faults and remarks\n"
            "a.json:6:46: note: Paid: yes, but the price is 1.25. [K1 "
            "cheap]\n"
            "    6 |  \"uses\": [\"a\", \"b\"], \"place\": \"out\", "
            "\"paid\": true},\n"
            "      |                                              ^~~~\n"
            "      = help: correct the price\n");
}

TEST_F(OwnSchema, PutsValuesInWordsIntoTheTextsOfChecks) {
  const auto told = [&](const std::string& lang) {
    return LineOf(Run({"screen", "--format", "concise", "a.json"}, lang),
                  "a.json:3:22: ");
  };
  EXPECT_EQ(told("da"),
            "a.json:3:22: bemærkning: 1: x, yæ / 0,5; 1,125 / (ingen valgt) "
            "/ Inde / 12,5 / 1.234,5 [K2 tagged]");
  EXPECT_EQ(told("en"),
            "a.json:3:22: note: 1: x, yæ / 0.5, 1.125 / (none chosen) / "
            "Inside / 12.5 / 1,234.5 [K2 tagged]");
}

TEST_F(OwnSchema, TellsFaultsOfTheSchemaWithTheMarksOfTheLanguage) {
  const auto told = [&](const std::string& lang) {
    return LineOf(Run({"screen", "--format", "concise", "a.json"}, lang),
                  "a.json:9:36: ");
  };
  EXPECT_EQ(told("da"),
            "a.json:9:36: fejl: 4: 'hours' er 0,25, men skal være mindst 0,5 "
            "[D207 too-small]");
  EXPECT_EQ(told("en"),
            "a.json:9:36: error: 4: 'hours' is 0.25 but must be at least 0.5 "
            "[D207 too-small]");
}

// A question about a record that is left out waits for nobody.
TEST_F(OwnSchema, HasALetterThatAsksOnlyWhatDecidesSomething) {
  EXPECT_EQ(
      Run({"letter", "a.json"}, "da"),
      "# Tilbagemelding: Lån af lokaler\n"
      "\n"
      "Poster læst: 4 = 1 medtaget + 1 udeladt + 1 grænsetilfælde + 1 "
      "ugyldig\n"
      "\n"
      "## Skal rettes\n"
      "\n"
      "Disse poster kan ikke regnes med, før oplysningerne er rettet.\n"
      "\n"
      "### Timer (D207)\n"
      "\n"
      "Ret tallet; se efter fortegn og enhed.\n"
      "\n"
      "- **4**: »Timer« er 0,25, men skal være mindst 0,5 (a.json:9:36)\n"
      "\n"
      "## Skal besvares\n"
      "\n"
      "Svarene afgør, om posterne hører med.\n"
      "\n"
      "### Åbent for alle (I1)\n"
      "\n"
      "Udfyld feltet »Åben for alle«. ja (Åben for alle): grænsetilfælde; nej "
      "(Åben for alle): udeladt.\n"
      "\n"
      "- **3**: Er der åbent for alle? (a.json:7)\n"
      "\n"
      "### Meget billigt (K1)\n"
      "\n"
      "Ret prisen.\n"
      "\n"
      "- **3**: Er prisen 1,25 forkert? Betalt: »ja«; Pris: »1,25« "
      "(a.json:8:25)\n"
      "\n"
      "## Hører ikke med\n"
      "\n"
      "Disse poster er ikke regnet med.\n"
      "\n"
      "### For længe (E1)\n"
      "\n"
      "Er I uenige, så skriv hvorfor.\n"
      "\n"
      "- **2**: Det varer længe. Timer: »100,75« (a.json:5:36)\n"
      "\n"
      "### Undervisning (E2)\n"
      "\n"
      "Er I uenige, så skriv hvorfor.\n"
      "\n"
      "- **2**: Der undervises. Formål: »Skole, Job«; Sted: »Ude« "
      "(a.json:6:10)\n"
      "\n"
      "## Til orientering\n"
      "\n"
      "Det ændrer ikke afgørelsen, men se efter, om det er rigtigt.\n"
      "\n"
      "### Flere mærker (K2)\n"
      "\n"
      "- **1**: x, yæ / 0,5; 1,125 / (ingen valgt) / Inde / 12,5 / 1.234,5 "
      "(a.json:3:22)\n"
      "\n"
      "### Meget billigt (K1)\n"
      "\n"
      "Det skal kun besvares, hvis posten alligevel skal med. Ret prisen.\n"
      "\n"
      "- **2**: Betalt: ja, men prisen er 1,25. (a.json:6:46)\n"
      "\n"
      "## Hører med\n"
      "\n"
      "- 1\n"
      "\n"
      "---\n"
      "\n" +
          LineOf(Run({"screen", "a.json"}, "da"), "Regelsæt: ") + "\n");
  const std::string letter = Run({"letter", "a.json"}, "en");
  EXPECT_NE(letter.find("## Must be answered\n"
                        "\n"
                        "The answers decide whether the records belong.\n"),
            std::string::npos)
      << letter;
  EXPECT_NE(
      letter.find("### Very cheap (K1)\n"
                  "\n"
                  "Answer only if the record is to be included after all. "
                  "Correct the price.\n"
                  "\n"
                  "- **2**: Paid: yes, but the price is 1.25. (a.json:6:46)\n"),
      std::string::npos)
      << letter;
}

TEST_F(OwnSchema, ShowsReviewersWhatARuleReadsInWords) {
  const std::string list = Run({"review", "--list", "a.json"}, "da");
  EXPECT_NE(list.find("\nReglen læser\n  Betalt: ja\n  Pris: 1,25\n"),
            std::string::npos)
      << list;
}

TEST_F(OwnSchema, HasNoColumnsForWhatItsRecordsDoNotHave) {
  const std::string csv = Run({"screen", "--format", "csv", "a.json"}, "da");
  EXPECT_EQ(csv.substr(3, csv.find('\r') - 3),  // behind the byte order mark
            "\"Nr.\";\"Afgørelse\";\"Hvorfor udeladt\";\"Spørgsmål\";\"Fejl\";"
            "\"Bemærkninger\";\"Kendelser\";\"Fil\";\"Ark\";\"Linje\"");
  EXPECT_EQ(LineOf(csv, "\"2\""),
            "\"2\";\"udeladt\";\"E1: Det varer længe.; E2: Der undervises.\""
            ";;;\"K1: Betalt: ja, men prisen er 1,25.\";;\"a.json\";;5\r");
  const std::string markdown =
      Run({"screen", "--format", "markdown", "a.json"}, "da");
  EXPECT_EQ(markdown.substr(markdown.find("| "),
                            markdown.find("\n\n–") - markdown.find("| ")),
            "|  | medtaget | udeladt | grænsetilfælde | ugyldig |\n"
            "|---|--:|--:|--:|--:|\n"
            "| **I alt** | 1 | 1 | 1 | 1 |");
}

// The remark on the first record has all its values in it, the list without
// items among them: nothing is lost on the way through the workbook and back.
TEST_F(OwnSchema, ComesBackFromItsWorkbookAsItWas) {
  const auto without_places = [](const std::string& lines) {
    std::string out;
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = lines.find('\n', at);
      std::string line = lines.substr(at, end - at);
      const std::size_t colon = line.find(": ");
      // A table's column stands behind the message.
      const std::size_t heading = line.rfind(" (");
      const std::size_t code = line.rfind(" [");
      if (heading != std::string::npos && line[code - 1] == ')') {
        line.erase(heading, code - heading);
      }
      if (line.find(".json") + line.find(".xlsx") != 2 * std::string::npos) {
        out += line.substr(colon + 2) + "\n";
      }
      at = end + 1;
    }
    return out;
  };
  for (const std::string lang : {"da", "en"}) {
    const auto told = [&](const std::string& file) {
      return without_places(
          Run({"screen", "--verbose", "--format", "concise", file}, lang));
    };
    Run({"screen", "-o", "reply.xlsx", "a.json"}, lang);
    std::string sent = told("a.json");
    EXPECT_NE(sent.find("x, yæ / 0"), std::string::npos) << sent;
    // In a table a field is called what its column is.
    const std::size_t hours = sent.find("'hours'");
    ASSERT_NE(hours, std::string::npos) << sent;
    sent.replace(hours, 7, lang == "da" ? "'Timer'" : "'Hours'");
    EXPECT_EQ(told("reply.xlsx"), sent);
  }
}

// What machines read has no language.
TEST_F(OwnSchema, KeepsValuesAsTheyStandInWhatMachinesRead) {
  const std::string lines =
      Run({"screen", "--format", "ndjson", "a.json"}, "da");
  EXPECT_EQ(lines, Run({"screen", "--format", "ndjson", "a.json"}, "en"));
  for (const char* part : {R"("found":"[\"a\", \"b\"]","compared":"\"a\"")",
                           R"("found":"true","compared":"== true")",
                           R"("found":"100.75","compared":"> 12.5")",
                           R"({"answer":"true","verdict":"borderline"})"}) {
    EXPECT_NE(lines.find(part), std::string::npos) << part << "\n" << lines;
  }
}

// The exclusion's words come first, but they do not tell what is asked of.
TEST_F(OwnSchema, AsksOfAFactWhereTheRuleOnItStandsAndNotAtAnotherRulesWords) {
  const auto rules = work_.folder() / "rules/rules.yaml";
  std::ofstream(rules, std::ios::app) << R"(
- rule: cheap_rate
  code: F1
  kind: fact
  title: {da: Lav takst, en: Low rate}
  source: "tests"
  holds_when: rates.exists(r, r < 1.0)
  message: {da: Taksten er lav., en: The rate is low.}
  ask: {da: "Hvilke takster?", en: "Which rates?"}
  examples:
    - {given: {rates: [0.5]}, expect: true}
    - {given: {rates: [2.5]}, expect: false}
- rule: affordable
  code: I2
  kind: inclusion
  title: {da: Til at betale, en: Affordable}
  source: "tests"
  holds_when: cheap_rate
  message: {da: Det er billigt., en: It is cheap.}
  ask: {da: "Er det billigt?", en: "Is it cheap?"}
  examples:
    - {given: {rates: [0.5]}, expect: true}
    - {given: {rates: [2.5]}, expect: false}
- rule: perhaps_long
  code: E3
  kind: exclusion
  title: {da: Måske for længe, en: Perhaps too long}
  source: "tests"
  holds_when: hours > 50
  unclear_when: hours > 3
  message: {da: Det varer længe., en: It takes long.}
  ask: {da: "Er det for længe?", en: "Is it too long?"}
  examples:
    - {given: {hours: 51}, expect: true}
    - {given: {hours: 2}, expect: false}
)";
  work_.Write("a.json",
              "{\"bookings\": [\n"
              "{\"id\": \"3\",\n \"hours\": 3.5, \"uses\": [\"b\"]}\n"
              "]}\n");
  const std::string report =
      Run({"screen", "--format", "concise", "a.json"}, "en");
  EXPECT_NE(report.find("a.json:2:1: warning: 3: Which rates? [F1 cheap_rate]"),
            std::string::npos)
      << report;
  EXPECT_NE(report.find("a.json:3:11: warning: 3: Is it too long?"),
            std::string::npos)
      << report;
}

}  // namespace
}  // namespace sigte

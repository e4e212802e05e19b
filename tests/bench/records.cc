// SPDX-License-Identifier: MPL-2.0

#include "tests/bench/records.h"

#include <array>

namespace sigte {
namespace {

constexpr std::array<int, 12> kMunicipalities = {101, 147, 151, 217, 259, 330,
                                                 370, 461, 561, 615, 751, 851};

const std::vector<const char*> kAreas = {"employment",      "daycare_school",
                                         "culture_leisure", "social",
                                         "health_elderly",  "general"};

const std::vector<const char*> kTitles = {
    "Mentorordning for nyankomne familier",
    "Lektiehjælp i boligområdet",
    "Bydelsmødre",
    "Tolkebistand i jobcentret",
    "Ekstra timer i dansk som andetsprog",
    "Fritidsvejledere til unge",
    "Kvindecafé med frivillige",
    "Helhedsorienteret indsats for flygtningefamilier",
    "Sundhedsformidlere med anden etnisk baggrund",
    "Repatrieringsrådgivning",
    "Brobygger mellem skole og hjem",
    "Fodboldklub for drenge i udsatte områder",
    "Cykelkurser for kvinder",
    "Integrationskonsulent i ældreplejen",
    "Sprogpraktik på plejehjem",
    "Virksomhedsrettet indsats"};

const std::vector<const char*> kContents = {
    "To gange om ugen mødes deltagerne med frivillige og medarbejdere fra "
    "kommunen om praktiske spørgsmål i hverdagen.",
    "Indsatsen retter sig især mod indvandrere og flygtninge, der ikke er "
    "omfattet af integrationsprogrammet.",
    "Der er ansat en koordinator på halv tid, og resten af arbejdet er "
    "frivilligt.",
    "Forløbet varer i alt tolv uger og ligger ud over den lovpligtige "
    "danskuddannelse.",
    "Medarbejderne opsøger familierne i hjemmet og hjælper med kontakt til "
    "daginstitution, skole og læge.",
    "Der anvendes tolk ved opstart, men samtalerne foregår ellers på dansk.",
    "Børnene får hjælp til lektier, og forældrene inviteres til fælles "
    "spisning en gang om måneden.",
    "Tilbuddet er åbent for alle borgere i boligområdet, hvoraf størstedelen "
    "har ikke-vestlig baggrund.",
    "Udgiften dækker løn, lokaler, materialer og transport.",
    "Indsatsen er et led i kommunens integrationspolitik for 2018-2021.",
    "Projektet samarbejder med den lokale idrætsforening, biblioteket og "
    "jobcentret.",
    "Deltagerne får støtte til at finde et fritidsjob eller en praktikplads."};

const std::vector<const char*> kPurposes = {
    "At deltagerne bliver en del af lokalsamfundet",
    "Bedre dansk og flere i job", "At forebygge ensomhed og isolation",
    "At styrke forældrenes kendskab til det danske samfund",
    "Flere børn i foreningslivet"};

const std::vector<const char*> kBases = {"Serviceloven § 11",
                                         "SEL §18, stk. 2",
                                         "Kommunalfuldmagten",
                                         "ukendt",
                                         "Integrationslovens § 16",
                                         "Folkeskoleloven § 5",
                                         "LAB § 31",
                                         "Sundhedsloven § 119",
                                         "Lov om social service 79"};

const std::vector<const char*> kFinancing = {R"(["municipal"])",
                                             R"(["state", "municipal"])",
                                             R"(["private"])", R"(["state"])"};

const std::vector<const char*> kTargets = {"a", "b", "c"};
const std::vector<const char*> kSecondary = {"men", "women", "children",
                                             "other", "several"};

void AppendMember(const char* name, const std::string& json, std::string* out) {
  *out += ", \"";
  *out += name;
  *out += "\": ";
  *out += json;
}

std::string Quoted(const std::string& text) { return '"' + text + '"'; }

}  // namespace

std::string RecordMaker::Sentences(const std::vector<const char*>& texts,
                                   std::size_t least, std::size_t most) {
  std::string text;
  for (std::size_t n = least + Below(most - least + 1); n > 0; --n) {
    if (!text.empty()) text += ' ';
    text += Pick(texts);
  }
  return text;
}

void RecordMaker::Append(std::int64_t number, std::string* out) {
  *out += "{\"id\": \"R" + std::to_string(number) + "\"";
  AppendMember("municipality",
               std::to_string(kMunicipalities[Below(kMunicipalities.size())]),
               out);
  AppendMember("area", Quoted(Pick(kAreas)), out);
  const std::size_t spent = 20 + Below(4000);
  AppendMember("gross_expenditure_tdkk", std::to_string(spent), out);
  AppendMember("gross_income_tdkk", std::to_string(Below(spent)), out);
  AppendMember("financing", Pick(kFinancing), out);
  const std::string target = Pick(kTargets);
  AppendMember("primary_target", Quoted(target), out);
  AppendMember("secondary_target", Quoted(Pick(kSecondary)), out);
  AppendMember("share_percent",
               target == "c" ? std::to_string(Below(101)) : "null", out);
  AppendTexts(out);
  *out += "}\n";
}

void RecordMaker::AppendTexts(std::string* out) {
  AppendMember(
      "title",
      Quoted(std::string(Pick(kTitles)) + " " + std::to_string(Below(100000))),
      out);
  AppendMember("legal_basis", Quoted(Pick(kBases)), out);
  AppendMember("content", Quoted(Sentences(kContents, 2, 6)), out);
  AppendMember("purpose",
               Below(10) == 0 ? "null" : Quoted(Sentences(kPurposes, 1, 2)),
               out);
}

}  // namespace sigte

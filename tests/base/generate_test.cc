// SPDX-License-Identifier: MPL-2.0

// The program that builds the catalogue in, asked with faulty message files.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "gtest/gtest.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

/// What the generator says of `yaml` as the file "m.yaml", or "ok".
std::string Generate(const std::string& yaml) {
  std::string folder = testing::TempDir() + "sigte-messages-XXXXXX";
  if (mkdtemp(folder.data()) == nullptr) return "no folder";
  std::ofstream(folder + "/m.yaml") << yaml;
  const std::string command =
      "cd " + folder + " && " SIGTE_GENERATE_MESSAGES " out.cc m.yaml 2>&1";
  std::string said;
  FILE* pipe = popen(command.c_str(), "r");
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
    said.push_back(static_cast<char>(c));
  }
  const bool failed = pclose(pipe) != 0;
  EXPECT_NE(fs::exists(folder + "/out.cc"), failed);
  fs::remove_all(folder);
  return failed ? said : "ok";
}

TEST(MessageFiles, MayHoldHelp) {
  EXPECT_EQ(Generate("A901.x:\n  da: a {0}\n  en: b {0}\n"
                     "  help: {da: c, en: d}\n"),
            "ok");
}

TEST(MessageFiles, MustHaveEveryLanguage) {
  EXPECT_EQ(Generate("a.b: {da: x, en: y}\na.c: {da: x}\n"),
            "m.yaml:2: error: 'a.c' has no 'en'\n");
  EXPECT_EQ(Generate("a.c: {da: x, en: y, help: {en: z}}\n"),
            "m.yaml:1: error: 'a.c' (help) has no 'da'\n");
}

TEST(MessageFiles, MustNotGiveAKeyOrACodeTwice) {
  EXPECT_EQ(Generate("a.b: {da: x, en: y}\na.b: {da: x, en: y}\n"),
            "m.yaml:2: error: 'a.b' is given twice, first at m.yaml:1\n");
  EXPECT_EQ(Generate("A901.x: {da: x, en: y}\nA901.y: {da: x, en: y}\n"),
            "m.yaml:2: error: the code of 'A901.y' is already that of "
            "'A901.x' at m.yaml:1\n");
}

// The second would be lost without a word.
TEST(MessageFiles, MustNotSayAnythingTwice) {
  EXPECT_EQ(Generate("a.b:\n  da: x\n  en: y\n  help: {da: x, en: y}\n"
                     "  help: {da: z, en: z}\n"),
            "m.yaml:5: error: 'a.b' has 'help' twice\n");
  EXPECT_EQ(Generate("a.b: {da: x, en: y, en: z}\n"),
            "m.yaml:1: error: 'a.b' has 'en' twice\n");
  EXPECT_EQ(Generate("A901.x: {da: x, en: y}\nA901: {why: {da: x, en: y}, "
                     "why: {da: z, en: z}, example: a}\n"),
            "m.yaml:2: error: 'A901' has 'why' twice\n");
  EXPECT_EQ(Generate("A9: {da: x, da: z, en: y}\n"),
            "m.yaml:1: error: 'A9' has 'da' twice\n");
}

TEST(MessageFiles, MustHaveTheSamePlaceholdersInBothLanguages) {
  EXPECT_EQ(Generate("a.b: {da: 'x {0} {1}', en: 'y {1}'}\n"),
            "m.yaml:1: error: the placeholders of 'a.b' differ between da and "
            "en\n");
}

TEST(MessageFiles, MayHoldPlurals) {
  EXPECT_EQ(
      Generate("a.b: {da: '{0} {0:fil|filer}', en: '{0} {0:file|files}'}\n"
               "a.c: {da: '{0} tegn', en: '{0} {0:letter|letters}'}\n"),
      "ok");
}

TEST(MessageFiles, MustGiveAPluralItsTwoForms) {
  EXPECT_EQ(Generate("a.b: {da: '{0:fil}', en: '{0}'}\n"),
            "m.yaml:1: error: 'a.b' in da: '{0:fil}' is no place; expected "
            "'{0}' or '{0:one|other}' with two different forms\n");
  EXPECT_EQ(Generate("a.b: {da: '{0}', en: '{0:a|b|c}'}\n"),
            "m.yaml:1: error: 'a.b' in en: '{0:a|b|c}' is no place; expected "
            "'{0}' or '{0:one|other}' with two different forms\n");
  EXPECT_EQ(Generate("a.b: {da: '{0:a|a}', en: '{0}'}\n"),
            "m.yaml:1: error: 'a.b' in da: '{0:a|a}' is no place; expected "
            "'{0}' or '{0:one|other}' with two different forms\n");
  EXPECT_EQ(Generate("a.b: {da: '{0:a|b', en: '{0}'}\n"),
            "m.yaml:1: error: 'a.b' in da: '{0:a|b' has no '}'\n");
  EXPECT_EQ(Generate("a.b: {da: '{0} {1:a|b}', en: '{0}'}\n"),
            "m.yaml:1: error: the placeholders of 'a.b' differ between da and "
            "en\n");
}

TEST(MessageFiles, MayExplainTheirCodes) {
  EXPECT_EQ(Generate("A901.x: {da: a, en: b}\n"
                     "A901: {why: {da: c, en: d}, example: e}\n"
                     "A9: {da: f, en: g}\n"),
            "ok");
}

TEST(MessageFiles, MustExplainInFullWhatThereIs) {
  EXPECT_EQ(Generate("A901: {why: {da: c, en: d}, example: e}\n"),
            "m.yaml:1: error: no message has the code 'A901'\n");
  EXPECT_EQ(Generate("A901.x: {da: a, en: b}\n"
                     "A901: {why: {da: c}, example: e}\n"),
            "m.yaml:2: error: 'A901' (why) has no 'en'\n");
  EXPECT_EQ(Generate("A901.x: {da: a, en: b}\n"
                     "A901: {why: {da: c, en: d}}\n"),
            "m.yaml:2: error: 'A901' (example) has no 'da'\n"
            "m.yaml:2: error: 'A901' (example) has no 'en'\n");
}

TEST(MessageFiles, MustHaveTheirShape) {
  EXPECT_EQ(Generate("- a\n"),
            "m.yaml:1: error: expected one document, a map of messages\n");
  EXPECT_EQ(Generate("a.b: {da: x, en: y, fr: z}\n"),
            "m.yaml:1: error: 'a.b' has the unknown key 'fr'; known: da, en, "
            "help\n");
  EXPECT_EQ(Generate("A901.x: {da: x, en: y}\nA901: {why: {da: x, en: y}, "
                     "example: a, exampel: b}\n"),
            "m.yaml:2: error: 'A901' has the unknown key 'exampel'; known: "
            "why, do, example\n");
  EXPECT_EQ(Generate("a.b: {da: x, en: y, help: {da: x, en: y, fr: z}}\n"),
            "m.yaml:1: error: 'a.b' (help) has the unknown key 'fr'; known: "
            "da, en\n");
  EXPECT_EQ(Generate("Bad name: {da: x, en: y}\n"),
            "m.yaml:1: error: 'Bad name' is no message name; expected "
            "'R102.unknown-key' or 'issue.error'\n");
  EXPECT_EQ(Generate("a.b: [\n").substr(0, 15), "m.yaml:2: error");
}

}  // namespace
}  // namespace sigte

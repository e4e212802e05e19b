// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/app/report_parts.h"
#include "tests/app/review_answers.h"
#include "tests/app/ruling_files.h"
#include "tests/read/package_builder.h"

/// The queue of `sigte review` as a workbook, filled in and read back.
namespace sigte {

inline const std::string kSheet = "xl/worksheets/sheet1.xml";

// What is typed into cells: {"K4", "Yes"}. Row 4 is about 7/4, row 5 about 7/3;
// K to O are answer, reason, text, body and role, P to T the hidden keys.
using Typed = std::vector<std::pair<std::string, std::string>>;

inline std::string Escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    if (c == '<') out += "&lt;";
    if (c != '&' && c != '<') out += c;
  }
  return out;
}

// The cell's element in `xml`: its place and length.
inline std::pair<std::size_t, std::size_t> CellIn(const std::string& xml,
                                                  const std::string& cell) {
  const std::size_t at = xml.find("<c r=\"" + cell + "\"");
  EXPECT_NE(at, xml.npos) << cell;
  const std::size_t head = xml.find('>', at);
  const bool blank = xml[head - 1] == '/';
  const std::size_t end = blank ? head + 1 : xml.find("</c>", at) + 4;
  return {at, end - at};
}

inline void SetCell(const std::string& cell, const std::string& type,
                    const std::string& inside, std::string* xml) {
  const auto [at, size] = CellIn(*xml, cell);
  xml->replace(at, size,
               "<c r=\"" + cell + "\" t=\"" + type + "\">" + inside + "</c>");
}

inline std::string& SheetOf(Parts* parts) {
  for (auto& [name, text] : *parts) {
    if (name == kSheet) return text;
  }
  ADD_FAILURE() << "no " << kSheet;
  return parts->front().second;
}

// As Excel keeps a text that it was given.
inline void Type(const Typed& typed, Parts* parts) {
  for (const auto& [cell, text] : typed) {
    SetCell(cell, "inlineStr", "<is><t>" + Escaped(text) + "</t></is>",
            &SheetOf(parts));
  }
}

class ReviewSheet : public testing::Test {
 protected:
  ReviewSheet() { work_.Write("a.json", kOutings); }

  ProgramRun Review(std::vector<std::string> more,
                    const std::string& input = "") const {
    std::vector<std::string> arguments = {"review", "--today", "2026-11-25",
                                          "a.json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return work_.Run(arguments, input);
  }

  Parts List(std::vector<std::string> more = {}) const {
    more.insert(more.end(), {"--list", "-o", "queue.xlsx"});
    const ProgramRun run = Review(more);
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(run.out, "");
    return PartsOf(work_.Read("queue.xlsx"));
  }

  ProgramRun Import(const Parts& parts,
                    std::vector<std::string> more = {}) const {
    work_.Write("queue.xlsx", ZipOf(parts));
    more.insert(more.end(), {"--import", "queue.xlsx"});
    return Review(more);
  }

  // Lists, fills in, reads back.
  ProgramRun Fill(const Typed& typed,
                  std::vector<std::string> more = {}) const {
    Parts parts = List();
    Type(typed, &parts);
    return Import(parts, std::move(more));
  }

  Workplace work_;
};

inline const Typed kWhole = {{"K4", "Yes"},
                             {"L4", "Looked into"},
                             {"M4", "Asked the club"},
                             {"N4", "The board"},
                             {"O4", "chair"}};

inline Typed With(Typed typed, const std::string& cell,
                  const std::string& text) {
  for (auto& [known, old] : typed) {
    if (known == cell) old = text;
  }
  return typed;
}

}  // namespace sigte

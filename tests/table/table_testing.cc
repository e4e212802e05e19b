// SPDX-License-Identifier: MPL-2.0

#include "tests/table/table_testing.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <optional>

#include "engine/base/utf8.h"
#include "engine/read/json_reader.h"
#include "engine/schema/layout_reader.h"
#include "tests/read/package_builder.h"

namespace sigte {
namespace {

Layout ReadQuestionnaire() {
  std::ifstream file(SIGTE_SOURCE_DIR "/schemas/submission.schema.json");
  static const std::string text{std::istreambuf_iterator<char>(file), {}};
  static const PaddedText padded(text);
  const Source source("submission.schema.json", text);
  Document document;
  IssueList issues;
  EXPECT_TRUE(JsonReader().Read(padded.text(), &source, 0, &document, &issues));
  std::string pointer;
  Layout layout =
      *ReadLayout(document, &source, "initiatives", &pointer, &issues);
  layout.id = layout.Find("id");
  layout.group = layout.Find("municipality");
  layout.missing_markers = {"-", "ukendt", "?"};
  return layout;
}

std::string PlaceWords(const TableOrigin& table, const CellOrigin& cell) {
  if (!table.is_workbook) {
    const std::string_view before =
        std::string_view(cell.text).substr(0, cell.part.begin);
    return std::to_string(cell.place.line) + ":" +
           std::to_string(cell.place.column + CountCodePoints(before));
  }
  return table.sheet + "!" + CellName(cell.column, cell.place.line);
}

std::string IssueWords(const Issue& issue) {
  constexpr const char* kSeverities[] = {"note", "warning", "error"};
  std::string text = kSeverities[static_cast<std::size_t>(issue.severity)];
  text += " " + std::string(CodeOf(issue.message.name())) + " " +
          Message(Lang::kEn, issue.message, issue.args);
  if (!issue.guess.empty()) {
    text += "; did you mean " + issue.guess.In(Lang::kEn) + "?";
  }
  return text;
}

std::string RemarkWords(const TableRemark& remark) {
  return (remark.table == nullptr
              ? std::string()
              : PlaceWords(*remark.table, remark.cell) + " ") +
         IssueWords(remark.issue) + "\n";
}

std::string RecordWords(const TableRecord& record, std::string_view line,
                        const TableBlock& block) {
  std::string out =
      std::to_string(record.origin.row) + " " + std::string(line) + "\n";
  for (const CellFinding& finding : record.findings) {
    out += "  " + PlaceWords(*record.origin.table, finding.cell) + " " +
           IssueWords(finding.issue) + "\n";
  }
  for (const std::size_t stray : record.strays) {
    out += "  of the file: " + RemarkWords((*block.of_columns)[stray]);
  }
  if (record.instead) {
    out += "  instead " +
           PlaceWords(*record.origin.table, record.instead->cell) + " " +
           IssueWords(record.instead->issue) + "\n";
  }
  return out;
}

std::string TableInWords(TableReader* table,
                         const std::optional<TableRemark>& fault,
                         bool lines_only) {
  if (table == nullptr) return "refused: " + RemarkWords(*fault);
  std::string out;
  const auto tell_remarks = [&] {
    for (const TableRemark& remark : table->TakeRemarks()) {
      if (!lines_only) out += RemarkWords(remark);
    }
  };
  tell_remarks();
  std::string lines;
  TableBlock block;
  // A few bytes at a time, so that blocks end everywhere.
  while (table->Next(100, &lines, &block)) {
    std::size_t at = 0;
    for (const TableRecord& record : block.records) {
      const std::size_t end = lines.find('\n', at);
      const std::string_view line =
          std::string_view(lines).substr(at, end - at);
      out += lines_only ? std::string(line) + "\n"
                        : RecordWords(record, line, block);
      at = end + 1;
    }
    EXPECT_EQ(at, lines.size());
    lines.clear();
  }
  tell_remarks();
  return out;
}

std::string CsvWith(const std::string& bytes, bool lines_only) {
  const BytesFile file(bytes);
  std::optional<TableRemark> fault;
  const auto table = OpenCsv(file.fd(), Questionnaire(), &fault);
  return TableInWords(table.get(), fault, lines_only);
}

}  // namespace

const TableSetup& Questionnaire() {
  static const Layout layout = ReadQuestionnaire();
  static const Language language = [] {
    Language danish;
    danish.folding = {{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}};
    return danish;
  }();
  static const Redaction redaction({"000000-####"});
  static const TableSetup* const setup = [] {
    auto* made = new TableSetup(layout, language, redaction);
    made->ruleset_id = "kortlaegning-2022";
    made->ruleset_version = "1.0.0";
    return made;
  }();
  return *setup;
}

std::string CsvInWords(const std::string& bytes) {
  return CsvWith(bytes, false);
}

std::string LinesOfCsv(const std::string& bytes) {
  return CsvWith(bytes, true);
}

std::string WorkbookInWords(const std::string& bytes) {
  const BytesFile file(bytes);
  std::optional<TableRemark> fault;
  const auto table = OpenWorkbook(file.fd(), Questionnaire(), &fault);
  return TableInWords(table.get(), fault, false);
}

}  // namespace sigte

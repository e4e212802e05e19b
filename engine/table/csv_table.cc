// SPDX-License-Identifier: MPL-2.0

// The separator of a CSV file is the one that makes a heading of a row.
#include <array>
#include <utility>

#include "engine/table/table_reader.h"

namespace sigte {
namespace {

constexpr std::array kSeparators = {';', '\t', ',', '|'};

LocalText SeparatorWord(char separator) {
  switch (separator) {
    case ';': return Message("table.semicolon");
    case '\t': return Message("table.tab");
    case ',': return Message("table.comma");
    case '|': return Message("table.bar");
    default: return std::string(1, separator);
  }
}

class CsvTable : public TableReader {
 public:
  CsvTable(int fd, const CsvReader::Format& format, const TableSetup& setup)
      : TableReader(setup), source_(fd, format), separator_(format.separator) {}

  void Start() {
    std::vector<TableRow> rows = ReadWindow(&source_);
    std::size_t fields = 0;
    const std::size_t best = FindHeading(rows, setup_, &fields);
    const std::size_t heading = FirstHeading(rows, best, setup_);
    TableDeclaration declared = DeclarationOf(rows[heading], setup_);
    TableOrigin origin;
    origin.separator = separator_;
    TablePlan plan = PlanTable(rows, heading, origin, declared, setup_);
    Begin(std::move(rows), &source_, std::move(plan), std::move(declared));
  }

  void TellAssumed(const CsvReader::Format& format) {
    const LocalText encoding(EncodingName(format.encoding.encoding));
    const LocalText separator = SeparatorWord(format.separator);
    Remark(format.encoding.encoding == Encoding::kWindows1252
               ? RemarkOf("D316.assumed-windows-1252", Severity::kNote,
                          {encoding, separator})
               : RemarkOf("D315.assumed-csv", Severity::kNote,
                          {encoding, separator}));
  }

 private:
  CsvReader source_;
  char separator_;
};

struct Trial {
  CsvReader::Format format;
  std::size_t fields = 0;  // that the best heading names
  std::optional<TableFault> fault;
};

Trial Try(int fd, const CsvReader::Format& format, const TableSetup& setup) {
  Trial trial;
  trial.format = format;
  CsvReader reader(fd, format);
  FindHeading(ReadWindow(&reader), setup, &trial.fields);
  trial.fault = reader.fault();
  return trial;
}

Trial BestTrial(int fd, const EncodingGuess& encoding,
                const TableSetup& setup) {
  CsvReader::Format format;
  format.encoding = encoding;
  if (const char declared = DeclaredSeparator(fd, encoding); declared != '\0') {
    format.separator = declared;
    return Try(fd, format, setup);
  }
  Trial best;
  for (const char separator : kSeparators) {
    format.separator = separator;
    Trial trial = Try(fd, format, setup);
    const bool better =
        separator == kSeparators.front() || trial.fields > best.fields;
    if (better) best = std::move(trial);
  }
  return best;
}

}  // namespace

std::unique_ptr<TableReader> OpenCsv(int fd, const TableSetup& setup,
                                     std::optional<TableRemark>* fault) {
  EncodingGuess encoding;
  if (!GuessEncoding(fd, &encoding)) {
    *fault = RemarkOf("D310.table-unreadable", Severity::kError, {""});
    return nullptr;
  }
  if (encoding.is_binary) {
    *fault = RemarkOf("D314.no-text", Severity::kError);
    return nullptr;
  }
  const Trial trial = BestTrial(fd, encoding, setup);
  if (trial.fields == 0) {
    *fault = trial.fault
                 ? RemarkOf(*trial.fault, std::make_shared<TableOrigin>())
                 : RemarkOf("D340.no-heading", Severity::kError);
    if (!trial.fault) (*fault)->issue.known = setup.headings.Titles();
    return nullptr;
  }
  auto table = std::make_unique<CsvTable>(fd, trial.format, setup);
  table->TellAssumed(trial.format);
  table->Start();
  return table;
}

}  // namespace sigte

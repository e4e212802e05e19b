// SPDX-License-Identifier: MPL-2.0

// Which sheet of a workbook holds the answers, and what to say of the others.
#include <algorithm>
#include <map>
#include <utility>

#include "engine/base/numbers.h"
#include "engine/table/table_reader.h"

namespace sigte {
namespace {

// The sheet by which a workbook that came from a template says so: a key in
// column A, its value in column B.
constexpr std::string_view kDescription = "_sigte";
constexpr std::size_t kMaxDescriptionRows = 100;
constexpr std::size_t kMaxMergedTold = 10;

using Pairs = std::map<std::string, std::string, std::less<>>;

std::vector<std::string> SplitList(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    if (end > at) parts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::shared_ptr<TableOrigin> OriginOf(const SheetInfo& sheet) {
  auto origin = std::make_shared<TableOrigin>();
  origin->sheet = sheet.name;
  origin->is_workbook = true;
  return origin;
}

class WorkbookTable : public TableReader {
 public:
  WorkbookTable(std::unique_ptr<WorkbookFile> workbook, const TableSetup& setup)
      : TableReader(setup), workbook_(std::move(workbook)) {}

  /// False with `*fault` where no sheet can be read as a table.
  bool Start(std::optional<TableRemark>* fault) {
    if (workbook_->has_macros()) {
      Remark(RemarkOf("D366.macros", Severity::kNote));
    }
    if (!ReadDescription(fault)) return false;
    const std::size_t answers = ChooseSheet(fault);
    return answers != kNone && BeginSheet(answers, fault) &&
           LookAtOthers(answers, fault);
  }

 protected:
  void Finish() override {
    std::size_t told = 0;
    for (const SheetRemarks::Range& range : sheet_->remarks().merged) {
      if (!IsMergedAnswer(range)) continue;
      if (told++ == kMaxMergedTold) return;
      TableRemark remark =
          RemarkOf("D365.merged-cells", Severity::kWarning,
                   {CellName(range.first_column, range.first_row) + ":" +
                    CellName(range.last_column, range.last_row)});
      remark.table = plan().origin;
      remark.cell.column = range.first_column;
      remark.cell.place = {range.first_row, 1};
      Remark(std::move(remark));
    }
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const std::vector<SheetInfo>& sheets() const { return workbook_->sheets(); }

  std::size_t FindSheet(std::string_view name) const {
    const auto found = std::ranges::find(sheets(), name, &SheetInfo::name);
    return found == sheets().end()
               ? kNone
               : static_cast<std::size_t>(found - sheets().begin());
  }

  std::unique_ptr<SheetSource> OpenSheet(std::size_t index,
                                         std::optional<TableRemark>* fault) {
    std::optional<Issue> issue;
    auto sheet = workbook_->OpenSheet(index, &issue);
    if (sheet == nullptr) *fault = TableRemark(*std::move(issue));
    return sheet;
  }

  // A sheet's first rows; nullopt with `*fault`.
  std::optional<std::vector<TableRow>> WindowOf(
      std::size_t index, std::optional<TableRemark>* fault) {
    const auto sheet = OpenSheet(index, fault);
    if (sheet == nullptr) return std::nullopt;
    auto rows = ReadWindow(sheet.get());
    if (!sheet->fault()) return rows;
    *fault = RemarkOf(*sheet->fault(), OriginOf(sheets()[index]));
    return std::nullopt;
  }

  bool ReadDescription(std::optional<TableRemark>* fault) {
    const std::size_t index = FindSheet(kDescription);
    if (index == kNone) return true;
    const auto sheet = OpenSheet(index, fault);
    if (sheet == nullptr) return false;
    TableRow row;
    for (std::size_t i = 0; i < kMaxDescriptionRows && sheet->Next(&row); ++i) {
      const TableCell* key = row.At(1);
      const TableCell* value = row.At(2);
      if (key != nullptr && value != nullptr) pairs_[key->text] = value->text;
    }
    if (sheet->fault()) {
      *fault = RemarkOf(*sheet->fault(), OriginOf(sheets()[index]));
      return false;
    }
    if (Get("contents") == "queue") {
      *fault = RemarkOf("D372.review-queue", Severity::kNote);
      return false;
    }
    is_template_ = !pairs_.empty();
    declared_.ignored = SplitList(Get("ignore"));
    declared_.id_is_prefilled = Get("id") == "prefilled";
    TellVersion();
    return true;
  }

  std::string Get(std::string_view key) const {
    const auto found = pairs_.find(key);
    return found == pairs_.end() ? std::string() : found->second;
  }

  bool IsOfOtherRules() const {
    const std::string id = Get("template");
    return !id.empty() && id != setup_.ruleset_id;
  }

  TableRemark OtherTemplate() const {
    return RemarkOf("D367.other-template", Severity::kError,
                    {Get("template"), setup_.ruleset_id});
  }

  // Of a questionnaire of other rules all that does not fit follows from that,
  // and is not told; one that fits, as of a variant of the rules, is read.
  bool Misfit(TableRemark remark, std::optional<TableRemark>* fault) const {
    *fault = IsOfOtherRules() ? OtherTemplate() : std::move(remark);
    return false;
  }

  void TellVersion() {
    const std::string version = Get("version");
    if (IsOfOtherRules() || version.empty() ||
        version == setup_.ruleset_version) {
      return;
    }
    Remark(RemarkOf("D368.other-version", Severity::kNote,
                    {version, setup_.ruleset_version}));
  }

  // kNone with `*fault` where there is none.
  std::size_t ChooseSheet(std::optional<TableRemark>* fault) {
    const std::string named = Get("answers");
    if (!named.empty()) {
      const std::size_t index = FindSheet(named);
      if (index != kNone) return index;
      Misfit(RemarkOf("D369.no-answers-sheet", Severity::kError, {named}),
             fault);
      return kNone;
    }
    for (const bool hidden : {false, true}) {
      for (std::size_t i = 0; i < sheets().size(); ++i) {
        if (sheets()[i].hidden != hidden || sheets()[i].name == kDescription) {
          continue;
        }
        const auto rows = WindowOf(i, fault);
        if (!rows) return kNone;
        std::size_t fields = 0;
        if (FindHeading(*rows, setup_, &fields) != rows->size()) return i;
      }
    }
    TellNoHeading("", fault);
    return kNone;
  }

  void TellNoHeading(const std::string& sheet,
                     std::optional<TableRemark>* fault) {
    TableRemark remark =
        sheet.empty()
            ? RemarkOf("D340.no-heading", Severity::kError)
            : RemarkOf("D370.no-heading-in-sheet", Severity::kError, {sheet});
    remark.issue.known = setup_.headings.Titles();
    Misfit(std::move(remark), fault);
  }

  bool BeginSheet(std::size_t index, std::optional<TableRemark>* fault) {
    sheet_ = OpenSheet(index, fault);
    if (sheet_ == nullptr) return false;
    std::vector<TableRow> rows = ReadWindow(sheet_.get());
    std::size_t fields = 0;
    const std::size_t best = FindHeading(rows, setup_, &fields);
    if (best == rows.size()) {
      if (sheet_->fault()) {
        *fault = RemarkOf(*sheet_->fault(), OriginOf(sheets()[index]));
      } else {
        TellNoHeading(sheets()[index].name, fault);
      }
      return false;
    }
    const std::size_t heading = FirstHeading(rows, best, setup_);
    if (!is_template_) {
      declared_ = DeclarationOf(rows[heading], setup_);
      is_template_ = !declared_.ignored.empty();
    }
    TablePlan plan =
        PlanTable(rows, heading, *OriginOf(sheets()[index]), declared_, setup_);
    if (IsOfOtherRules()) {
      if (!plan.remarks.empty()) return Misfit(OtherTemplate(), fault);
      Remark(OtherTemplate());
    }
    Begin(std::move(rows), sheet_.get(), std::move(plan), declared_);
    if (sheets()[index].hidden) {
      TableRemark remark = RemarkOf("D361.hidden-sheet-read", Severity::kNote,
                                    {sheets()[index].name});
      Locate(0, this->plan().heading_row, &remark);
      Remark(std::move(remark));
    }
    TellHiddenColumns();
    return true;
  }

  void TellHiddenColumns() {
    std::string letters;
    std::uint32_t first_hidden = 0;
    for (const auto& [first, last] : sheet_->remarks().hidden_columns) {
      const auto end = static_cast<std::uint32_t>(plan().columns.size());
      for (std::uint32_t column = std::max(first, 1U);
           column <= std::min(last, end); ++column) {
        if (plan().ColumnAt(column).use == ColumnUse::kNone) continue;
        if (letters.empty()) first_hidden = column;
        letters += (letters.empty() ? "" : ", ") + ColumnLetters(column);
      }
    }
    if (letters.empty()) return;
    TableRemark remark =
        RemarkOf("D360.hidden-columns", Severity::kNote, {letters});
    Locate(first_hidden, plan().heading_row, &remark);
    Remark(std::move(remark));
  }

  // Sheets that are not read: those that look like answers or are hidden are
  // told of, and numbers that nobody may see are looked for in all.
  bool LookAtOthers(std::size_t answers, std::optional<TableRemark>* fault) {
    for (std::size_t i = 0; i < sheets().size(); ++i) {
      if (i == answers || sheets()[i].name == kDescription) continue;
      const auto rows = WindowOf(i, fault);
      if (!rows) return false;
      if (rows->empty()) continue;
      if (!IsOurs("workbook.lists", i) && !IsOurs("workbook.instructions", i)) {
        TellOther(sheets()[i], *rows);
      }
      if (!LookForPrivate(i, fault)) return false;
      if (IsOurs("workbook.findings", i) && !CountAnswers(i, fault)) {
        return false;
      }
    }
    return true;
  }

  static bool IsOneOf(MessageKey names, std::string_view text) {
    const LocalText known = Message(names);
    return std::ranges::find(known.in, text) != known.in.end();
  }

  // A sheet that our own workbooks have beside the answers.
  bool IsOurs(MessageKey names, std::size_t index) const {
    return is_template_ && IsOneOf(names, sheets()[index].name);
  }

  // Answers in a reply's list of findings are for people: a correction counts
  // in the answer's own cell.
  bool CountAnswers(std::size_t index, std::optional<TableRemark>* fault) {
    const auto sheet = OpenSheet(index, fault);
    if (sheet == nullptr) return false;
    TableCell heading;
    TableRemark remark = RemarkOf("D378.answers-beside", Severity::kWarning);
    remark.table = OriginOf(sheets()[index]);
    std::size_t answers = 0;
    TableRow row;
    while (sheet->Next(&row)) {
      if (heading.column == 0) {
        for (const TableCell& cell : row.cells) {
          if (IsOneOf("workbook.column-answer", cell.text)) heading = cell;
        }
        continue;
      }
      const TableCell* answer = row.At(heading.column);
      if (answer == nullptr || IsBlankCell(*answer)) continue;
      if (answers++ > 0) continue;
      remark.cell.column = answer->column;
      remark.cell.place = {row.number, 1};
      remark.cell.text = answer->text;
    }
    if (sheet->fault()) {
      *fault = RemarkOf(*sheet->fault(), OriginOf(sheets()[index]));
      return false;
    }
    if (answers == 0) return true;
    remark.issue.args = {sheets()[index].name, heading.text, CountText(answers),
                         plan().origin->sheet};
    Remark(std::move(remark));
    return true;
  }

  void TellOther(const SheetInfo& sheet, const std::vector<TableRow>& rows) {
    std::size_t fields = 0;
    const std::size_t heading = FindHeading(rows, setup_, &fields);
    if (fields > 0) {
      TableRemark remark =
          RemarkOf("D363.other-table", Severity::kWarning, {sheet.name});
      remark.table = OriginOf(sheet);
      remark.cell.place = {rows[heading].number, 1};
      Remark(std::move(remark));
    } else if (sheet.hidden) {
      Remark(RemarkOf("D362.hidden-sheet", Severity::kNote, {sheet.name}));
    }
  }

  bool LookForPrivate(std::size_t index, std::optional<TableRemark>* fault) {
    if (setup_.redaction.empty()) return true;
    const auto sheet = OpenSheet(index, fault);
    if (sheet == nullptr) return false;
    TableRow row;
    while (sheet->Next(&row)) {
      for (const TableCell& cell : row.cells) {
        if (!setup_.redaction.HidesIn(WithoutDigest(cell.text))) continue;
        TellPrivate(sheets()[index], cell, row.number);
        return true;
      }
    }
    if (!sheet->fault()) return true;
    *fault = RemarkOf(*sheet->fault(), OriginOf(sheets()[index]));
    return false;
  }

  // Our instructions name the ruleset by the beginning of its digest.
  std::string WithoutDigest(std::string text) const {
    constexpr std::size_t kShown = 12;
    const std::string digest = Get("digest").substr(0, kShown);
    const std::size_t at =
        digest.size() < kShown ? std::string::npos : text.find(digest);
    if (at != std::string::npos) text.replace(at, kShown, kShown, ' ');
    return text;
  }

  void TellPrivate(const SheetInfo& sheet, const TableCell& cell,
                   std::size_t row) {
    TableRemark remark =
        RemarkOf("D364.private-number", Severity::kWarning, {sheet.name});
    remark.table = OriginOf(sheet);
    remark.cell.column = cell.column;
    remark.cell.place = {row, 1};
    remark.cell.text = cell.text;
    Remark(std::move(remark));
  }

  bool IsMergedAnswer(const SheetRemarks::Range& range) const {
    if (range.last_row <= plan().heading_row || range.first_row > last_row()) {
      return false;
    }
    return std::ranges::any_of(
        plan().origin->columns, [&](std::uint32_t column) {
          return column >= range.first_column && column <= range.last_column;
        });
  }

  std::unique_ptr<WorkbookFile> workbook_;
  std::unique_ptr<SheetSource> sheet_;
  Pairs pairs_;
  bool is_template_ = false;
  TableDeclaration declared_;
};

}  // namespace

std::unique_ptr<TableReader> OpenWorkbook(int fd, const TableSetup& setup,
                                          std::optional<TableRemark>* fault) {
  std::optional<Issue> issue;
  auto workbook = WorkbookFile::Open(fd, &issue);
  if (workbook == nullptr) {
    *fault = TableRemark(*std::move(issue));
    return nullptr;
  }
  auto table = std::make_unique<WorkbookTable>(std::move(workbook), setup);
  if (!table->Start(fault)) return nullptr;
  return table;
}

}  // namespace sigte

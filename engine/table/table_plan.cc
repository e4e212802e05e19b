// SPDX-License-Identifier: MPL-2.0

// Headings to fields.
#include "engine/table/table_plan.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "engine/base/blank.h"
#include "engine/record/own_heading.h"
#include "engine/table/record_row.h"

namespace sigte {
namespace {

// Whether `text` is our own column's `heading`: to the letter where a field is
// called nearly so.
bool IsOwn(std::string_view text, std::string_view heading,
           const TableSetup& setup) {
  return Trimmed(text) == heading ||
         (setup.folder.Fold(text) == setup.folder.Fold(heading) &&
          setup.headings.Find(text) == kNoField);
}

class Planner {
 public:
  Planner(const TableSetup& setup, TableOrigin origin,
          const TableDeclaration& declared, const TablePlan* above)
      : setup_(setup), origin_(std::move(origin)), above_(above) {
    for (const std::string& heading : declared.ignored) {
      ignored_.emplace(setup.folder.Fold(heading), heading);
    }
  }

  TablePlan Plan(const std::vector<TableRow>& rows, std::size_t heading) {
    plan_.heading_row = rows[heading].number;
    origin_.columns.assign(setup_.layout.size(), 0);
    for (const TableCell& cell : rows[heading].cells) {
      ReadHeading(cell);
      if (plan_.columns.back().use == ColumnUse::kUnknown) {
        TellUnknown(cell, FirstBelow(cell.column, rows, heading));
      }
    }
    for (std::size_t i = 0; i < heading; ++i) ReadCommon(rows[i]);
    if (above_ != nullptr) TakeOver();
    CheckMissing(rows[heading]);
    plan_.origin = std::make_shared<TableOrigin>(std::move(origin_));
    for (TableRemark& remark : plan_.remarks) remark.table = plan_.origin;
    return std::move(plan_);
  }

 private:
  void ReadHeading(const TableCell& cell) {
    const std::size_t index = cell.column - 1;
    plan_.columns.resize(cell.column);
    origin_.headings.resize(cell.column);
    std::string& heading = origin_.headings[index];
    heading = Trimmed(cell.text);
    std::ranges::replace(heading, '\n', ' ');
    const FieldIndex field = setup_.headings.Find(cell.text);
    plan_.columns[index] = {UseOf(cell, field), field};
    Column& column = plan_.columns[index];
    if (column.use == ColumnUse::kField) ReadUnit(cell, heading, &column);
    if (column.use == ColumnUse::kField) origin_.columns[field] = cell.column;
    if (column.use == ColumnUse::kDoubled) TellDoubled(cell, field, heading);
  }

  // Any other unit of the kind ("(mio. kr.)") makes other numbers of all.
  void ReadUnit(const TableCell& cell, const std::string& heading,
                Column* column) {
    const UnitWord unit =
        setup_.values.UnitsOf(column->field).InHeading(cell.text);
    column->in_plain_unit = unit == UnitWord::kPlain;
    if (unit != UnitWord::kOther) return;
    column->use = ColumnUse::kOtherUnit;
    TableRemark& remark =
        Tell("D375.other-unit", {heading, setup_.layout[column->field].unit},
             cell, plan_.heading_row);
    remark.of_all = true;
    remark.field = column->field;
  }

  ColumnUse UseOf(const TableCell& cell, FieldIndex field) {
    // Once: what a reply keeps of the submission stands behind our columns.
    const auto own = ignored_.find(setup_.folder.Fold(cell.text));
    if (own != ignored_.end() && IsOwn(cell.text, own->second, setup_)) {
      ignored_.erase(own);
      return ColumnUse::kIgnored;
    }
    if (field == kNoField) return ColumnUse::kUnknown;
    if (!seen_.try_emplace(field, cell.column).second) {
      return ColumnUse::kDoubled;
    }
    return setup_.layout[field].of_file ? ColumnUse::kFile : ColumnUse::kField;
  }

  TableRemark& Tell(MessageKey key, std::vector<LocalText> args,
                    const TableCell& cell, std::size_t row) {
    TableRemark remark = RemarkOf(key, Severity::kError, std::move(args));
    remark.cell.column = cell.column;
    remark.cell.place = origin_.is_workbook ? Place{row, 1} : cell.place;
    remark.cell.text = cell.text;
    plan_.remarks.push_back(std::move(remark));
    return plan_.remarks.back();
  }

  // What stands in a column first, of the rows that were read already.
  static std::string_view FirstBelow(std::uint32_t column,
                                     const std::vector<TableRow>& rows,
                                     std::size_t heading) {
    for (std::size_t i = heading + 1; i < rows.size(); ++i) {
      const auto cell = std::ranges::lower_bound(rows[i].cells, column, {},
                                                 &TableCell::column);
      if (cell == rows[i].cells.end() || cell->column != column) continue;
      const std::string_view text = Trimmed(cell->text);
      if (!text.empty()) return text;
    }
    return {};
  }

  void TellUnknown(const TableCell& cell, std::string_view first) {
    IssueList issues;
    issues.UnknownTitle("D341.unknown-column",
                        origin_.headings[cell.column - 1],
                        setup_.headings.Titles());
    Issue issue = issues.issues().front();
    issue.args.push_back(first.empty() ? LocalText()
                                       : Message("table.first-below", {first}));
    Tell("D341.unknown-column", {}, cell, plan_.heading_row).issue =
        std::move(issue);
  }

  void TellDoubled(const TableCell& cell, FieldIndex field,
                   const std::string& heading) {
    const std::uint32_t first = seen_.at(field);
    const LocalText where =
        origin_.is_workbook ? LocalText(CellName(first, plan_.heading_row))
                            : Message("table.column", {std::to_string(first)});
    Tell("D342.doubled-column",
         {heading, setup_.headings.TitleOf(field), where}, cell,
         plan_.heading_row);
  }

  // "Municipality | Egedal" or "Municipality: Egedal".
  void ReadCommon(const TableRow& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const TableCell& cell = row.cells[i];
      std::string_view value;
      FieldIndex field = setup_.headings.FindLabelled(cell.text, &value);
      if (field != kNoField && !Trimmed(value).empty()) {
        TableCell part = cell;
        part.text = Trimmed(value);
        AddCommon(field, part, row.number, cell.text);
        continue;
      }
      field = setup_.headings.Find(cell.text);
      if (field != kNoField && i + 1 < row.cells.size() &&
          setup_.headings.Find(row.cells[i + 1].text) == kNoField) {
        AddCommon(field, row.cells[i + 1], row.number, cell.text);
        // "Municipality | Egedal | Greve"
        if (i + 2 < row.cells.size() &&
            !setup_.values.ChoiceOf(field, row.cells[i + 2].text).empty()) {
          AddCommon(field, row.cells[i + 2], row.number, cell.text);
        }
      } else if (field != kNoField) {
        AddBlank(field, cell, row);
      }
    }
  }

  // What stands above all headings holds for this one, too, unless something
  // else stands between.
  void TakeOver() {
    const std::vector<CommonValue> own = plan_.common;
    const auto add = [&](const std::vector<CommonValue>& from,
                         std::vector<CommonValue>* to) {
      std::ranges::copy_if(from, std::back_inserter(*to), [&](const auto& one) {
        return std::ranges::find(own, one.field, &CommonValue::field) ==
               own.end();
      });
    };
    add(above_->common, &plan_.common);
    add(above_->refused, &plan_.refused);
  }

  void AddCommon(FieldIndex field, const TableCell& cell, std::size_t row,
                 std::string_view label) {
    if (!setup_.layout[field].of_group) return;
    const auto known =
        std::ranges::find(plan_.common, field, &CommonValue::field);
    const std::string name(
        Trimmed(label.substr(0, std::min(label.find(':'), label.size()))));
    if (known == plan_.common.end()) {
      plan_.common.push_back({field, cell, row, name});
    } else if (!setup_.values.AreSame(field, known->cell, cell)) {
      plan_.refused.push_back({field, cell, row, name});
      TableRemark& remark =
          Tell("D349.common-value-twice",
               {setup_.headings.TitleOf(field), known->cell.text, cell.text},
               cell, row);
      remark.of_all = true;
      remark.cell.label = name;
    }
  }

  // "Municipality |": the cell that is to be filled in.
  void AddBlank(FieldIndex field, const TableCell& label, const TableRow& row) {
    if (!setup_.layout[field].of_group) return;
    CellOrigin blank;
    blank.column = label.column + 1;
    blank.place = label.place;
    if (origin_.is_workbook) blank.place = {row.number, 1};
    if (label.column < row.places.size())
      blank.place = row.places[label.column];
    blank.label = Trimmed(label.text);
    blanks_.try_emplace(field, std::move(blank));
  }

  bool IsNeeded(FieldIndex i) const {
    const Field& field = setup_.layout[i];
    // What the schema leaves one choice for is known.
    const bool is_fixed = field.of_file && field.choices.size() == 1;
    return (field.required && !is_fixed) || i == setup_.layout.group;
  }

  void CheckMissing(const TableRow& heading) {
    for (FieldIndex i = 0; i < setup_.layout.size(); ++i) {
      const bool is_common = std::ranges::any_of(
          plan_.common, [&](const CommonValue& c) { return c.field == i; });
      if (!IsNeeded(i) || seen_.contains(i) || is_common) continue;
      const LocalText title = setup_.headings.TitleOf(i);
      const TableCell whole = WholeRow(heading, origin_.separator);
      TableRemark& remark =
          setup_.layout[i].of_group
              ? Tell("D348.missing-common", {title}, whole, heading.number)
              : Tell("D343.missing-column", {title}, whole, heading.number);
      const auto blank = blanks_.find(i);
      if (blank != blanks_.end()) remark.cell = blank->second;
      remark.of_all = true;
      remark.field = i;
    }
  }

  const TableSetup& setup_;
  TableOrigin origin_;
  const TablePlan* above_;
  std::map<std::string, std::string> ignored_;  // by themselves folded
  std::map<FieldIndex, std::uint32_t> seen_;    // its first column
  std::map<FieldIndex, CellOrigin> blanks_;     // where a value above should be
  TablePlan plan_;
};

}  // namespace

TableRemark RemarkOf(MessageKey key, Severity severity,
                     std::vector<LocalText> args) {
  return TableRemark({key, severity, std::move(args), nullptr, {}, {}, {}});
}

TableCell WholeRow(const TableRow& row, char separator) {
  TableCell whole;
  if (row.cells.empty()) return whole;
  const TableCell& first = row.cells.front();
  whole.place = row.places.empty() ? first.place : row.places.front();
  std::uint32_t column = row.places.empty() ? first.column : 1;
  for (const TableCell& cell : row.cells) {
    for (; column < cell.column; ++column) whole.text += separator;
    whole.text += cell.text;
  }
  std::ranges::replace(whole.text, '\n', ' ');
  return whole;
}

TableDeclaration DeclarationOf(const TableRow& heading,
                               const TableSetup& setup) {
  const auto taken = NamesInTables(setup.layout);
  // What stands there of one column of ours, in either language.
  const auto find = [&](MessageKey name) {
    std::vector<std::string> own;
    for (const std::string& one : Message(name).in) {
      own.push_back(OwnHeading(one, taken));
    }
    const bool stands =
        std::ranges::any_of(heading.cells, [&](const TableCell& cell) {
          return std::ranges::any_of(own, [&](const std::string& one) {
            return IsOwn(cell.text, one, setup);
          });
        });
    return stands ? own : std::vector<std::string>();
  };
  TableDeclaration declared;
  const auto gaps = find("workbook.gaps");
  if (gaps.empty()) return declared;
  const auto verdict = find("workbook.verdict");
  declared.id_is_prefilled = verdict.empty();
  declared.ignored = gaps;
  if (verdict.empty()) return declared;
  for (const auto& own : {verdict, find("workbook.remarks")}) {
    declared.ignored.insert(declared.ignored.end(), own.begin(), own.end());
  }
  return declared;
}

TablePlan PlanTable(const std::vector<TableRow>& rows, std::size_t heading,
                    const TableOrigin& origin, const TableDeclaration& declared,
                    const TableSetup& setup, const TablePlan* above) {
  TablePlan plan = Planner(setup, origin, declared, above).Plan(rows, heading);
  const auto records = RecordsAbove(rows, heading, plan, setup);
  if (records.empty()) return plan;
  // They say nothing for the whole table.
  std::vector<TableRow> others;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!std::ranges::binary_search(records, rows[i].number)) {
      others.push_back(rows[i]);
    }
  }
  plan = Planner(setup, origin, declared, above)
             .Plan(others, heading - records.size());
  plan.above = records;
  return plan;
}

}  // namespace sigte

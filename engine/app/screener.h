// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/app/job.h"
#include "engine/app/open_numbers.h"
#include "engine/app/ruleset_store.h"
#include "engine/decide/decider.h"
#include "engine/decide/decision.h"
#include "engine/decide/places.h"
#include "engine/evaluate/groups.h"
#include "engine/read/json_reader.h"
#include "engine/record/document.h"
#include "engine/record/record.h"
#include "engine/schema/schema.h"

/// Text of a submission → decisions. Knows neither files nor output.
namespace sigte {

/// Who is told what was found.
struct ScreenSink {
  /// One record's decision, and the record (null: it could not be read); valid
  /// during the call.
  std::function<void(const Decision&, const Record*)> decision;
  /// Something about the file itself and none of its records.
  std::function<void(const Finding&)> file_finding;
  /// The file is a list without records, which is an answer too: whose it is,
  /// and what it says for all of them; valid during the call.
  std::function<void(const std::string& group, const Record& file)> empty = {};
};

/// Holds the scratch of one thread.
class Screener {
 public:
  Screener(const RulesetStore& store, const DecideOptions& options);

  /// Decides every record of `job`. `groups` may be null where no rule needs
  /// them. False when the job's file cannot be read, or not to its end.
  bool Screen(const Job& job, const Groups* groups, const ScreenSink& sink);

  /// Counts every record of `job`, for the checks that look at others too.
  void Gather(const Job& job, Groups* groups);

 private:
  struct FileState {
    RecordOrigin origin;
    std::string_view text;
    const ScreenSink* sink;
    const Groups* groups;
    std::vector<Finding> of_all = {};  // what makes every record invalid
    const std::vector<TableRemark>* of_columns = nullptr;  // of a table's block
    /// What the file's schema alone says of a record, by its node.
    std::map<NodeIndex, std::vector<Finding>> of_record = {};
    bool is_record = true;    // false: a row that only looks like one
    bool has_strays = false;  // a row with something in an unknown column
    std::size_t own_output_line = 0;  ///< Job::own_output_line
    /// The record's in the list of a submission; else nothing.
    std::optional<ElementPlace> element = {};
  };

  // screener_tables.cc
  void ScreenTable(const Job& job, FileState* state);
  void TellEmptyTable(const TableBlock& block, FileState* state);
  void FillFromFile(const TableRecord& row, Record* record);
  void ScreenRow(const TableRecord& row, std::string_view line,
                 FileState* state);
  void DropFollowers(const RowOrigin& row);
  std::vector<Finding> RowFaults(const TableRecord& row, FileState* state);
  std::vector<FieldReadings> RowReadings(const TableRecord& row,
                                         std::string_view line);
  bool IsRefused(const OpenReading& open, const std::string& number,
                 std::string_view line);
  void TellRemark(const TableRemark& remark, FileState* state);
  Finding RemarkFindingOf(const TableRemark& remark, FileState* state) const;
  Finding CellFindingOf(const Issue& issue, const TableOrigin& table,
                        const CellOrigin& cell, FileState* state) const;
  void GatherTable(const Job& job, Groups* groups);
  void PlaceBlanks(const RowOrigin& row);

  // screener_numbers.cc
  using Refuses = std::function<bool(const std::string& number)>;
  FieldReadings ReadingsOf(const OpenReading& open,
                           const Refuses& refuses) const;
  void TellOpen(const std::vector<OpenReading>& open, FileState* state,
                std::vector<Finding>* findings);
  std::vector<FieldReadings> NumberReadings(
      const std::vector<OpenReading>& open) const;

  void ScreenLines(const Job& job, FileState* state);
  void ScreenLine(std::string_view line, FileState* state);
  /// False after telling what is wrong with `line`.
  bool ReadLine(std::string_view line, FileState* state);
  bool ScreenSubmission(FileState* state);
  bool IsBareList() const;
  NodeIndex RecordList() const;
  /// Calls `use` with each record of document_, a submission, and the node of
  /// the file around it (kNoNode: none).
  void ForEachRecord(const std::function<void(NodeIndex, NodeIndex)>& use);
  NodeIndex OfFile(NodeIndex file, FieldIndex field) const;
  void Fill(NodeIndex node, NodeIndex file, Record* record) const;
  void ScreenRecord(NodeIndex node, NodeIndex file, FileState* state);
  bool LacksGroup(NodeIndex node, NodeIndex file) const;
  Finding FindingAtBegin(Issue issue, NodeIndex node, FileState* state);
  std::vector<SchemaFault> SchemaFaultsOf(NodeIndex node, FileState* state,
                                          std::vector<Finding>* findings);
  std::vector<Finding> RecordFaults(NodeIndex node, NodeIndex file,
                                    FileState* state);
  void KeepUnread(NodeIndex node, NodeIndex file);
  void AddContradictions(NodeIndex node, NodeIndex file, FileState* state,
                         std::vector<Finding>* findings);
  void DecideRecord(std::vector<Finding> faults, FileState* state);
  void AddUnheldNumbers(FileState* state, std::vector<Finding>* findings);
  Finding FindingAt(const Issue& issue, FileState* state);

  // screener_others.cc
  std::string GroupOfFile(NodeIndex file);
  void TellEmpty(FileState* state);
  void TellUnreadable(std::size_t offset, std::vector<Finding> findings,
                      FileState* state, NodeIndex file = kNoNode);
  bool TellNoRecord(NodeIndex node, FileState* state);
  void TellOwnOutput(FileState* state);

  // screener_files.cc
  void CheckFile(FileState* state);
  void CheckAroundRecords(NodeIndex list, FileState* state);
  void FileFault(const SchemaFault& fault, const Document& file,
                 FileState* state);

  // screener_groups.cc
  void GatherLines(const Job& job, Groups* groups);
  void GatherRecord(NodeIndex node, NodeIndex file, const RecordOrigin& origin,
                    Groups* groups);
  bool IsOther(NodeIndex node) const;
  void GatherFilled(NodeIndex node, const RecordOrigin& origin, Groups* groups);

  const Program& program_;
  const TableSetup& tables_;
  const OpenNumbers open_numbers_;
  DecideOptions options_;
  JsonReader json_;
  Document document_;
  // SharedNodes of document_, while its records are gone through.
  NodeIndex shared_file_ = kNoNode;
  std::vector<NodeIndex> shared_;
  Document other_document_;  // the same line, with another reading
  PaddedText file_text_;     // TableRecord::file, and as it was read
  Document file_document_;
  Record record_;
  Record counted_;  // the same in the first pass: only what groups read
  SchemaChecker file_checker_;
  SchemaChecker record_checker_;
  Decider decider_;
  Decision decision_;
  Places places_;
  /// Where each group query's operand is a field or nothing, the program need
  /// not run to gather: these stand for its values.
  bool gathers_fields_;
  Values field_values_;
};

}  // namespace sigte

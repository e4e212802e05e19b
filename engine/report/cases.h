// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/decide/decision.h"
#include "engine/record/record.h"
#include "engine/report/file_names.h"
#include "engine/report/words.h"

/// What is told of each record to those who submitted it: one list, shown as
/// the rows of a returned workbook and as the points of a letter.
namespace sigte {

/// One thing that is said of a record, in the language of its voice.
struct CaseItem {
  enum class Kind : std::uint8_t {
    kError,     ///< must be corrected
    kQuestion,  ///< must be answered
    kWarning,   ///< of a file: there is nothing to answer
    kLeftOut,   ///< why it does not belong
    kRemark,    ///< good to know
    kTakenIn,   ///< why it belongs
  };
  Kind kind = Kind::kRemark;
  std::string code;   ///< "E5"
  std::string cause;  ///< what items of one code have in common: a rule's title
  std::string field;  ///< the field's name; empty: the record as such
  std::string what;   ///< sentences; may have line breaks
  std::string how;    ///< how to mend or answer it; may be empty
  std::string place;  ///< in the submitted file: "Svar!B7", "12:5"
  std::string heading;  ///< the column's there; may be empty
  /// A record that `what` speaks of, none or one, and where in it NameOther is
  /// to say which: what its file is called is not known before all files are.
  std::vector<OtherRecord> other;
  std::size_t other_at = 0;
};

/// The sign that stands beside the colour of a kind.
std::string KindSign(CaseItem::Kind kind);
std::string KindWord(CaseItem::Kind kind, Lang lang);
/// The sign that stands before a verdict's word.
std::string VerdictSign(Verdict verdict);

/// A value as a cell shows it.
struct CellValue {
  enum class Kind : std::uint8_t { kBlank, kText, kNumber };
  Kind kind = Kind::kBlank;
  std::string text;     ///< kNumber: as Decimal::Parse reads it
  bool hidden = false;  ///< digits were hidden in it (Program::redaction)
  bool reads_otherwise = false;  ///< a list that comes back as another one
  bool loses_signs = false;      ///< it has some that no cell can have
  /// Of a table's cell that something is to be said of; or the record's.
  std::string place = {};
  std::string heading = {};
};

/// A value that no field could take, with what it stood under.
struct UnreadCell {
  std::string heading;          ///< may be empty
  FieldIndex field = kNoField;  ///< that the heading means all the same
  CellValue value;
};

/// A record with all that is said of it.
struct Case {
  std::string id;
  std::string group;
  std::string title;
  std::string file;
  std::string place;  ///< where the record stands in its file
  Verdict verdict = Verdict::kInvalid;
  std::vector<CaseItem> items;    ///< worst first; at least one
  std::vector<CellValue> values;  ///< by field; empty: could not be read
  std::vector<UnreadCell> unread;
};

/// Something about a file and none of its records.
struct FileCase {
  std::string file;
  CaseItem item;
};

/// An answer without records: whose, and what it says for all of them.
struct EmptyReply {
  std::string group;
  std::string file;               ///< as a FileCase names it
  std::vector<CellValue> values;  ///< by field
};

/// `record` is null where nothing of it could be read.
Case CaseOf(const Decision& decision, const Record* record, const Voice& voice);
EmptyReply EmptyReplyOf(const std::string& group, const Record& values,
                        const std::string& file, const Voice& voice);
FileCase FileCaseOf(const Finding& finding, const std::string& file,
                    const Voice& voice);

/// The words that a rule rests on, a line each; empty where it found none.
std::string EvidenceLines(const Reason& reason, const Voice& voice);

/// With a full stop, where no other mark ends it.
std::string Stopped(std::string text);
/// A help of the catalogue, which begins small and has no full stop.
std::string Sentence(const std::string& text);

/// "cause: what", the cause left out where it says the same.
std::string ItemWords(const CaseItem& item);

/// Adds the files that are spoken of.
void AddFiles(const Case& told, FileNames* names);
void AddFiles(const CaseItem& item, FileNames* names);

/// Calls them what they are called among `names`.
void NameFiles(const FileNames& names, Lang lang, Case* told);
void NameOther(const FileNames& names, Lang lang, CaseItem* item);

/// As much of what a submitter wrote as names something.
std::string AsName(std::string_view text);

/// "751/14  Kvindecafé", or what of it is known.
std::string CaseName(const Case& told, Lang lang);

/// What stands in a record's fields, labels for the values of closed lists.
/// As it was sent: what is still open between two readings, and what a table's
/// cell has for "no answer".
std::vector<CellValue> ValuesOf(const Record& record, const Decision& decision,
                                const Program& program, Lang lang);
std::vector<UnreadCell> UnreadOf(const Record& record, const Program& program,
                                 Lang lang);

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/hidden_wording.h"
#include "engine/report/output_format.h"
#include "engine/report/words.h"

/// What is to be said of a record, one thing at a time: what the formats for
/// editors, build servers and pull requests have in common.
namespace sigte {

/// Hex digits of Remark::fingerprint.
inline constexpr std::size_t kFingerprint = 32;

/// One thing that is said. Texts are one line each, without control
/// characters, and bounded; pointers lead into the decision or finding that it
/// was made of.
struct Remark {
  /// Worst first.
  enum class Grade : std::uint8_t {
    kError,    ///< the record, or the file, goes back
    kReview,   ///< people have to decide
    kWarning,  ///< a question about the data
    kNote,     ///< told, decides nothing
    kLeftOut,  ///< why the record does not belong: no fault
    kSettled,  ///< people have decided it
  };
  Grade grade = Grade::kNote;
  std::uint32_t rule = kNoIndex;  ///< in Program::rules; or none
  std::string code;               ///< "E5", "D204"
  std::string slug;               ///< "interpreting", "unknown-field"
  std::string message;
  std::string help;      ///< may be empty
  std::string field;     ///< the field's name; may be empty
  std::string file;      ///< as the user named it, private digits hidden
  std::string record;    ///< "751/14"; empty: of the file, or not to be shown
  std::size_t line = 1;  ///< where the record begins; a sheet's row
  std::string sheet;     ///< a workbook's; may be empty
  const Location* location = nullptr;  ///< more exactly; may be null
  const OtherRecord* other = nullptr;  ///< that `message` names; may be null
  std::string heading;   ///< a table's; empty: none, or not to be shown
  bool of_file = false;  ///< the file has the same remark, once
  /// Of kReview: an answer is missing; else a text has to be judged.
  bool lacks_fact = false;
  std::vector<const Evidence*> evidence;
  std::vector<const RulingNote*> rulings;  ///< on the record and the rule
  /// Tells it from all others of the same file, whatever the line; 32 hex
  /// digits of a SHA-256.
  std::string fingerprint;
  /// What a finding says, whatever language the output has; else empty.
  std::string said;
};

inline constexpr std::size_t kGrades = 6;

/// What the writers of remarks share.
struct RemarkContext {
  RemarkContext(const Program& of, const FormatOptions& how)
      : program(of), options(how) {
    if (how.show_values) return;
    hidden = std::make_shared<const HiddenWording>(of, how.lang);
  }

  const Program& program;
  const FormatOptions& options;
  /// Null where values are shown.
  std::shared_ptr<const HiddenWording> hidden;

  Voice voice() const { return {program, options.lang, false, 100}; }
};

/// All that is to be said of a decision, worst first; nothing of a record that
/// is included and gives no cause to say more.
std::vector<Remark> RemarksOf(const Decision& decision,
                              const RemarkContext& context);
Remark RemarkOf(const Finding& finding, const std::string& file,
                const RemarkContext& context);

/// Says nothing yet but where the record begins.
Remark RemarkAt(const Decision& decision, Remark::Grade grade);

/// "a.json:3:17", "a.xlsx:Sheet!B7", as editors read it.
std::string RemarkPlace(const Remark& remark);
/// "a.json:3:17: error: 751/14: message [E5 interpreting]" and a line feed: the
/// one form of a remark in a line, for editors, hooks and people. A table's
/// heading stands in brackets behind the message.
std::string RemarkLine(const Remark& remark, Lang lang, bool color);
/// "751/14: message", and cell and heading where the file is a workbook.
std::string RemarkText(const Remark& remark);
/// Line and column from 1; a workbook's row and the number of the column.
Place RemarkPosition(const Remark& remark);
/// Exclusive, on the same line; nullopt where nothing more exact is known.
std::optional<std::size_t> RemarkEnd(const Remark& remark);

/// "error", "warning", "note", in the language.
std::string GradeWord(Remark::Grade grade, Lang lang);

/// `text` in one line of at most `kLongestText` code points, made harmless.
std::string OneLine(std::string_view text);
inline constexpr std::size_t kLongestText = 1000;

/// A wording of the catalogue, or of a rule, with "…" for what would be put in
/// its places: {0}, {field}.
std::string BareWording(std::string_view text);

/// Remarks in a bounded number of each grade, counted all.
class WorstRemarks {
 public:
  explicit WorstRemarks(std::size_t limit) : limit_(limit) {}

  struct Kept {
    std::string text;
    std::int64_t times = 1;  ///< it is said of several in the same words
  };
  void Add(Remark::Grade grade, std::string text);
  void Merge(WorstRemarks other);
  void Clear() { *this = WorstRemarks(limit_); }
  /// At most `limit` of one grade, in the order of the input.
  const std::vector<Kept>& of(Remark::Grade grade) const {
    return kept_[static_cast<std::size_t>(grade)];
  }
  std::int64_t count(Remark::Grade grade) const {
    return counts_[static_cast<std::size_t>(grade)];
  }

 private:
  void Keep(std::size_t grade, Kept kept);

  std::size_t limit_;
  std::array<std::vector<Kept>, kGrades> kept_;
  std::array<std::int64_t, kGrades> counts_{};
};

}  // namespace sigte

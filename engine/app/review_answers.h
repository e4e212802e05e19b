// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/issue.h"
#include "engine/evaluate/program.h"
#include "engine/read/json_reader.h"
#include "engine/record/ruling.h"

/// Answers as they come back: one JSON object a line. A table's reader fills
/// the same rows (the columns have the same names), and review_session.h takes
/// them from anywhere.
namespace sigte {

enum class AnswerKind : std::uint8_t { kYes, kNo, kSkip, kQuit };

/// Empty texts were not given. Nothing in it is checked but its form.
struct RulingAnswer {
  std::optional<RecordKey> record;  ///< nullopt: the next question
  std::string rule;                 ///< id or code
  std::string ruling;               ///< the proposal to approve
  std::string evidence;             ///< the digest that was looked at
  std::string answer;  ///< "yes", "no", "skip", "quit", "true", "false"
  std::string reason;
  std::string text;
  std::string body;
  std::string role;
  std::string review_by;
  /// Where what was given stands, by its name in rows; empty where it came from
  /// no line.
  std::map<std::string, Span, std::less<>> spans;
};

/// Reads one line. Members of the queue's rows that are no answer are passed
/// over, so that a row can be filled in and handed back. nullopt after adding
/// an error, whose span is in `source` at `offset`, where the line begins.
std::optional<RulingAnswer> ReadAnswerRow(
    std::string_view line, const Program& program, const Source& source,
    std::size_t offset, JsonReader* reader, IssueList* issues);

/// The member of an answer that `fault` is about, by its name in rows; empty:
/// the answer as a whole.
std::string PartOf(const Issue& fault);

/// What a word means, in Danish, English, or as in rows. nullopt: nothing.
std::optional<AnswerKind> AnswerOf(std::string_view word);

}  // namespace sigte

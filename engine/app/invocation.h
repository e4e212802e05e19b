#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/audit_options.h"
#include "engine/app/settings.h"

/// What the user asked for.
namespace sigte {

enum class ScreenFormat : std::uint8_t { kText, kNdjson };
/// The mildest verdict that makes the exit code 1.
enum class FailOn : std::uint8_t { kInvalid, kBorderline, kExclude, kNever };

struct ScreenOptions {
  std::vector<std::string> inputs;
  ScreenFormat format = ScreenFormat::kText;
  std::string output;  ///< empty: standard output
  FailOn fail_on = FailOn::kInvalid;
  std::size_t threads = 1;
  AuditOptions audit;  ///< its folder empty: nothing is logged
};

struct ExplainOptions {
  std::string what;                 ///< a rule, a code, or a record
  std::vector<std::string> inputs;  ///< where to look for the record
};

struct EvalOptions {
  std::optional<std::string> expression;
  std::optional<std::string> record;  ///< JSON
  std::string batch;                  ///< NDJSON; empty: none
};

struct ScoreOptions {
  std::string records;  ///< NDJSON
  std::string labels;   ///< NDJSON
  int floor = 0;        ///< percent that must agree, else the exit code is 1
};

struct Invocation {
  std::string command;  ///< "rules check"
  bool version = false;
  Settings settings;
  ScreenOptions screen;
  ExplainOptions explain;
  EvalOptions eval;
  ScoreOptions score;
  AuditOptions audit;
  std::string schema;

  // As typed, until they are checked.
  std::string lang_text;
  std::string color_text = "auto";
  std::string format_text = "text";
  std::string fail_on_text = "invalid";
  std::string threads_text;
  std::string floor_text;
};

/// Reads the command line. Fills `*invocation`, or, where the program is to end
/// here (help was shown, or the arguments make no sense and that was said),
/// gives the exit code.
std::optional<int> ReadCommandLine(int argc, char** argv,
                                   Invocation* invocation);

}  // namespace sigte

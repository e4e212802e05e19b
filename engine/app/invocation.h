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

#include "engine/app/audit_options.h"
#include "engine/app/configuration.h"
#include "engine/app/effective_setting.h"
#include "engine/app/fault_report.h"
#include "engine/app/hook_options.h"
#include "engine/app/instances.h"
#include "engine/app/output_formats.h"
#include "engine/app/review_session.h"
#include "engine/app/ruling_shelf.h"
#include "engine/app/rulings_commands.h"
#include "engine/app/settings.h"
#include "engine/schema/output.h"

/// What the user asked for.
namespace sigte {

/// The mildest verdict that makes the exit code 1.
enum class FailOn : std::uint8_t { kInvalid, kBorderline, kExclude, kNever };
inline constexpr std::array<std::string_view, 4> kFailOnNames = {
    "invalid", "borderline", "exclude", "never"};  // by FailOn

struct ScreenOptions {
  std::vector<std::string> inputs;
  std::vector<OutputChoice> outputs;  ///< at least one
  bool sarif_compat = false;
  FailOn fail_on = FailOn::kInvalid;
  std::size_t threads = 1;
  AuditOptions audit;  ///< its folder empty: nothing is logged
  RulingOptions rulings;
};

struct ExplainOptions {
  std::string what;                 ///< a rule, a code, or a record
  std::vector<std::string> inputs;  ///< where to look for the record
  RulingOptions rulings;
};

struct TemplateChoices {
  std::string output;    ///< empty: standard output
  std::size_t rows = 0;  ///< 0: as the ruleset says
};

struct LetterOptions {
  std::vector<std::string> inputs;
  std::string output;  ///< empty: standard output
  std::size_t threads = 1;
  RulingOptions rulings;
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
  std::size_t opposite = 0;  ///< with a floor: at most so many opposite ones
};

struct ValidateOptions {
  std::string schema;  ///< a file or a shipped name, "#/pointer" behind it
  std::vector<std::string> inputs;
  std::vector<std::string> schema_folders;  ///< "DIR" or "URI=DIR"
  InstanceForm form = InstanceForm::kGuess;
  FaultFormat format = FaultFormat::kText;
  OutputUnit unit = OutputUnit::kBasic;
  bool assert_format = false;
  std::string output;          ///< empty: standard output
  std::size_t max_faults = 0;  ///< 0: as the format has it
};

struct Invocation {
  std::string command;  ///< "rules check"
  bool version = false;
  bool version_json = false;  ///< with `version` only
  Settings settings;
  ScreenOptions screen;
  ExplainOptions explain;
  EvalOptions eval;
  ScoreOptions score;
  AuditOptions audit;
  ReviewOptions review;
  RulingsOptions rulings;
  TemplateChoices blank;
  LetterOptions letter;
  std::string schema;
  std::string completion;
  ValidateOptions validate;
  HookOptions hook;
  ConfigOptions config;
  std::vector<std::string> rule_files;  ///< rules check: files and folders

  ConfigurationChoice configuration;
  /// What Configure (configured.h) found; null: there is none.
  std::shared_ptr<const ConfigurationFile> configuration_file;
  std::vector<EffectiveSetting> effective;  ///< every setting, once

  // As typed, until they are checked.
  std::string lang_text;
  std::string color_text = "auto";
  std::string max_findings_text;
  std::string format_text;
  std::vector<std::string> output_texts;
  std::string fail_on_text;
  std::string threads_text;
  std::string rows_text;
  std::string floor_text;
  std::string opposite_text;
  std::string as_text = "guess";
  std::string fault_format_text = "text";
  std::string unit_text;
  std::string max_faults_text;
  std::string list_format_text = "text";
  std::string queue_format_text;
};

/// Reads the command line. Fills `*invocation`, or, where the program is to end
/// here (help was shown, or the arguments make no sense and that was said),
/// gives the exit code.
std::optional<int> ReadCommandLine(int argc, char** argv,
                                   Invocation* invocation);

}  // namespace sigte

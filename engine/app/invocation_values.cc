// SPDX-License-Identifier: MPL-2.0

// The values of options: numbers in bounds, words of closed lists, outputs.

#include "engine/app/invocation_values.h"

#include <algorithm>
#include <array>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "engine/app/audit_invocation.h"
#include "engine/app/hook_invocation.h"
#include "engine/app/inputs.h"
#include "engine/app/output.h"
#include "engine/app/telling.h"
#include "engine/app/typed_value.h"
#include "engine/report/template_workbook.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxThreads = 1024;
constexpr std::size_t kMostFaults = 1'000'000;
constexpr std::size_t kMostFindings = 1'000'000'000;

bool ReadValidateValues(Invocation* to, const Usage& usage) {
  ValidateOptions& validate = to->validate;
  if (!to->unit_text.empty() && to->fault_format_text != "json") {
    usage.NeedsOther("--output-unit", "--format json");
    return false;
  }
  return ReadChoice<InstanceForm, 4>(to->as_text, "--as",
                                     {"guess", "json", "ndjson", "yaml"},
                                     &validate.form, usage) &&
         ReadChoice<FaultFormat, 3>(to->fault_format_text, "--format",
                                    {"text", "ndjson", "json"},
                                    &validate.format, usage) &&
         (to->unit_text.empty() ||
          ReadChoice<OutputUnit, 3>(to->unit_text, "--output-unit",
                                    {"flag", "basic", "detailed"},
                                    &validate.unit, usage)) &&
         ReadNumber<std::size_t>(to->max_faults_text, "--max-faults", 1,
                                 kMostFaults, &validate.max_faults, usage);
}

// What nobody says is what the name says; none, and standard output, a text.
bool FormatFor(const std::string& output, std::string* format,
               const Usage& usage) {
  struct Ending {
    const char* ending;
    const char* format;
  };
  constexpr std::array<Ending, 5> kEndings = {{{"", "text"},
                                               {".txt", "text"},
                                               {".ndjson", "ndjson"},
                                               {".jsonl", "ndjson"},
                                               {".xlsx", "xlsx"}}};
  const std::string ending = EndingOf(output);
  std::vector<std::string> known;
  for (const Ending& row : kEndings) {
    if (ending == row.ending) {
      *format = row.format;
      return true;
    }
    if (*row.ending != 0) known.emplace_back(row.ending);
  }
  usage.UnknownValue("--output", ending, known);
  return false;
}

enum class ListFormat : std::uint8_t { kText, kNdjson };

bool ReadListFormat(Invocation* to, const Usage& usage) {
  ListFormat format = ListFormat::kText;
  if (!ReadChoice<ListFormat, 2>(to->list_format_text, "--format",
                                 {"text", "ndjson"}, &format, usage)) {
    return false;
  }
  to->rulings.ndjson = format == ListFormat::kNdjson;
  std::string& queue = to->queue_format_text;
  if (!queue.empty() && to->command == "review" && !to->review.list) {
    usage.NeedsOther("--format", "--list");
    return false;
  }
  if (queue.empty() && !FormatFor(to->review.output, &queue, usage)) {
    return false;
  }
  if (!ReadChoice<QueueForm, 3>(queue, "--format", {"text", "ndjson", "xlsx"},
                                &to->review.form, usage)) {
    return false;
  }
  to->review.threads = to->rulings.threads = to->screen.threads;
  return true;
}

bool ReadOutputs(Invocation* to, const Usage& usage) {
  const OutputFormat* format = nullptr;
  if (!to->format_text.empty()) {
    format = FindOutputFormat(to->format_text);
    if (format == nullptr) {
      usage.UnknownValue("--format", to->format_text, OutputFormatNames());
      return false;
    }
  }
  IssueList issues;
  to->screen.outputs = ChooseOutputs(format, to->output_texts, &issues);
  for (const Issue& issue : issues.issues()) {
    WriteError(IssueText(issue, to->settings.lang));
  }
  const bool has_sarif =
      std::ranges::any_of(to->screen.outputs, [](const OutputChoice& output) {
        return output.format->name == "sarif";
      });
  if (issues.empty() && to->screen.sarif_compat && !has_sarif) {
    usage.NeedsOther("--sarif-compat", "--format sarif");
    return false;
  }
  return issues.empty();
}

bool ReadScore(Invocation* to, const Usage& usage) {
  if (!to->opposite_text.empty() && to->floor_text.empty()) {
    usage.NeedsOther("--opposite", "--floor");
    return false;
  }
  return ReadNumber<int>(to->floor_text, "--floor", 0, 100, &to->score.floor,
                         usage) &&
         ReadNumber<std::size_t>(to->opposite_text, "--opposite", 0,
                                 kMostFaults, &to->score.opposite, usage);
}

}  // namespace

bool ReadValues(Invocation* to, const Usage& usage) {
  to->screen.threads = std::max(1U, std::thread::hardware_concurrency());
  to->letter.threads = to->screen.threads;
  return ReadValidateValues(to, usage) &&
         (to->lang_text.empty() ||
          ReadChoice<Lang, 2>(to->lang_text, "--lang", {"da", "en"},
                              &to->settings.lang, usage)) &&
         ReadChoice<ColorChoice, 3>(to->color_text, "--color",
                                    {"auto", "always", "never"},
                                    &to->settings.color, usage) &&
         ReadNumber<std::size_t>(to->max_findings_text, "--max-findings", 0,
                                 kMostFindings, &to->settings.max_findings,
                                 usage) &&
         ReadOutputs(to, usage) &&
         (to->fail_on_text.empty() ||
          ReadChoice<FailOn, 4>(to->fail_on_text, "--fail-on",
                                {"invalid", "borderline", "exclude", "never"},
                                &to->screen.fail_on, usage)) &&
         ReadNumber<std::size_t>(to->threads_text, "--threads", 1, kMaxThreads,
                                 &to->screen.threads, usage) &&
         ReadNumber<std::size_t>(to->threads_text, "--threads", 1, kMaxThreads,
                                 &to->letter.threads, usage) &&
         ReadNumber<std::size_t>(to->rows_text, "--rows", 1, kMostTemplateRows,
                                 &to->blank.rows, usage) &&
         ReadListFormat(to, usage) && ReadAuditValues(&to->audit, usage) &&
         ReadHookValues(to, usage) && ReadScore(to, usage);
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/app/reply_commands.h"

#include <unistd.h>

#include <string>
#include <utility>

#include "engine/app/exit_code.h"
#include "engine/app/inputs.h"
#include "engine/app/job.h"
#include "engine/app/output.h"
#include "engine/app/reply_run.h"
#include "engine/app/summary_line.h"
#include "engine/app/telling.h"
#include "engine/app/usage.h"
#include "engine/app/workbook_output.h"
#include "engine/report/letter.h"
#include "engine/report/template_workbook.h"

namespace sigte {
namespace {

constexpr std::size_t kTemplateRows = 100;

bool IsStandardOutput(const std::string& path) {
  return path.empty() || path == "-";
}

/// One command's output, from opening to finishing.
class Delivery {
 public:
  Delivery(const Settings& settings, const std::string& path)
      : settings_(settings), path_(path) {}

  bool Open() {
    if (IsStandardOutput(path_) || output_.OpenFile(path_)) return true;
    RefuseRun(WriteFault(output_, path_), settings_);
    return false;
  }

  // Bytes of a workbook would only upset a terminal.
  bool OpenForWorkbook() {
    if (IsStandardOutput(path_) && isatty(STDOUT_FILENO) != 0) {
      RefuseRun(MakeIssue("W110.workbook-to-terminal", Severity::kError),
                settings_);
      return false;
    }
    const std::string ending = EndingOf(path_);
    if (!ending.empty() && ending != ".xlsx") {
      RefuseRun(MakeIssue("W114.not-called-workbook", Severity::kError,
                          {path_, ending}),
                settings_);
      return false;
    }
    return Open();
  }

  int Workbook(const WriteWorkbook& write, int code) {
    std::string why;
    if (!SendWorkbook(write, &output_, &why)) {
      return RefuseRun(WriteFault(output_, path_, why), settings_);
    }
    return Finish(code);
  }

  int Text(const std::string& text, int code) {
    output_.Write(text);
    return Finish(code);
  }

 private:
  int Finish(int code) {
    if (output_.Finish()) return code;
    return RefuseRun(WriteFault(output_, path_), settings_);
  }

  const Settings& settings_;
  const std::string& path_;
  Output output_;
};

TemplateWords WordsOf(const Ruleset& ruleset, Lang lang) {
  TemplateWords words;
  words.title = ruleset.title.In(lang);
  for (const LocalText& step : ruleset.template_text.instructions) {
    words.instructions.push_back(step.In(lang));
  }
  return words;
}

bool Misses(const std::vector<std::string>& inputs, const char* command,
            Lang lang) {
  if (!inputs.empty()) return false;
  Usage(lang, command).Missing(Message(lang, "app.arg.files"));
  return true;
}

}  // namespace

int RunTemplate(const Settings& settings, const TemplateChoices& options) {
  const RulesetStore* const store = OpenRuleset(settings.rules, settings.lang);
  if (store == nullptr) return kExitFailed;
  Delivery delivery(settings, options.output);
  if (!delivery.OpenForWorkbook()) return kExitFailed;
  const TemplateText& text = store->ruleset->template_text;
  TemplateOptions how;
  how.lang = settings.lang;
  how.numbered = text.numbered;
  how.rows = options.rows > 0 ? options.rows : text.rows;
  if (how.rows == 0) how.rows = kTemplateRows;
  return delivery.Workbook(
      [&](const std::string& path, const std::string& scratch,
          std::string* why) {
        how.scratch_folder = scratch;
        return WriteTemplate(*store->program,
                             WordsOf(*store->ruleset, settings.lang), how, path,
                             why);
      },
      kExitOk);
}

int RunLetter(const Settings& settings, const LetterOptions& options) {
  if (Misses(options.inputs, "letter", settings.lang)) return kExitFailed;
  const RulesetStore* const store = OpenRuleset(settings.rules, settings.lang);
  if (store == nullptr) return kExitFailed;
  Delivery delivery(settings, options.output);
  ReplyRun run;
  if (!delivery.Open() || !RunReply(settings, *store,
                                    {options.inputs, options.rulings,
                                     options.threads, options.output},
                                    &run)) {
    return kExitFailed;
  }
  const int code =
      ScreenExitCode(run.reply.summary, run.outcome, FailOn::kInvalid);
  return delivery.Text(LetterText(*store->program, std::move(run.reply)), code);
}

}  // namespace sigte

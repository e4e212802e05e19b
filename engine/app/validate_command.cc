// SPDX-License-Identifier: MPL-2.0

#include "engine/app/validate_command.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "engine/app/exit_code.h"
#include "engine/app/fault_report.h"
#include "engine/app/inputs.h"
#include "engine/app/instances.h"
#include "engine/app/output.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/schema_library.h"
#include "engine/app/telling.h"
#include "engine/app/usage.h"
#include "engine/schema/schema.h"

namespace sigte {
namespace {

constexpr std::size_t kFaultsADocument = 1000;
constexpr std::size_t kMostInText = 1'000'000;
constexpr std::array<std::string_view, 5> kValidatedEndings = {
    ".json", ".ndjson", ".jsonl", ".yaml", ".yml"};

void Tell(const IssueList& issues, Lang lang) {
  WriteError(IssuesText(issues, lang));
}

class ValidateCommand {
 public:
  ValidateCommand(const Settings& settings, const ValidateOptions& options)
      : settings_(settings), options_(options) {}

  int Run() {
    if (!LoadSchema()) return kExitFailed;
    const InputList inputs =
        ListInputs(options_.inputs, kValidatedEndings, "V113.empty-folder");
    if (!OpenOutput(inputs)) return kExitFailed;
    HideInTelling(FindHidden(settings_.rules));
    report_ = FaultReport::Make(ReportOptions(), &output_);
    WriteError(IssuesText(inputs.issues, settings_.lang));
    TellPassedOver(inputs, settings_);
    unlisted_ = inputs.issues.issues().size();
    SchemaChecker checker(*schema_);
    for (const std::string& path : inputs.paths) {
      if (!CheckFile(path, &checker)) return CannotWrite();
    }
    WriteSummary();
    if (!output_.Finish()) return CannotWrite();
    return ExitCode(inputs.paths.size());
  }

 private:
  std::size_t MaxFaults() const {
    if (options_.max_faults > 0) return options_.max_faults;
    return options_.format == FaultFormat::kText
               ? std::min(MostTold(settings_), kMostInText)
               : kFaultsADocument;
  }

  // Where the '#' is, behind which stands what of the schema is meant.
  static std::size_t PartIn(const std::string& schema) {
    std::error_code error;
    if (std::filesystem::exists(schema, error)) return std::string::npos;
    return std::min(schema.find("#/"), schema.rfind('#'));
  }

  bool LoadSchema() {
    IssueList issues;
    for (const std::string& folder : options_.schema_folders) {
      library_.AddFolder(folder, &issues);
    }
    const std::size_t hash = PartIn(options_.schema);
    const SchemaText* text =
        library_.Open(options_.schema.substr(0, hash), &issues);
    if (text != nullptr && !issues.has_errors()) Compile(*text, &issues);
    if (schema_ != nullptr && hash != std::string::npos) {
      const std::string pointer = options_.schema.substr(hash + 1);
      schema_ = schema_->At(pointer);
      if (schema_ == nullptr) {
        issues.Error("V114.no-such-part", &text->source, {}, {pointer});
      }
    }
    Tell(issues, settings_.lang);
    if (schema_ != nullptr) return true;
    WriteError(
        Message(settings_.lang, "validate.schema-refused", {options_.schema}) +
        "\n");
    return false;
  }

  void Compile(const SchemaText& text, IssueList* issues) {
    SchemaOptions how;
    how.assert_format = options_.assert_format;
    how.max_faults = std::max(kFaultsADocument, MaxFaults());
    how.base_uri = text.uri;
    schema_ = Schema::Compile(text.document, &text.source, how,
                              library_.Lookup(), issues);
  }

  FaultReportOptions ReportOptions() const {
    FaultReportOptions how;
    how.format = options_.format;
    how.unit = options_.unit;
    how.lang = settings_.lang;
    how.max_faults = MaxFaults();
    return how;
  }

  // What is checked, and what it is checked with, stay as they are.
  bool OpenOutput(InputList read) {
    if (options_.output.empty() || options_.output == "-") return true;
    read.paths.push_back(options_.schema.substr(0, PartIn(options_.schema)));
    if (IsInput(options_.output, read)) {
      IssueList issues;
      issues.Error("W111.output-is-input", nullptr, {}, {options_.output});
      Tell(issues, settings_.lang);
      return false;
    }
    if (output_.OpenFile(options_.output)) return true;
    CannotWrite();
    return false;
  }

  int CannotWrite() {
    IssueList issues;
    issues.Add(WriteFault(output_, options_.output));
    Tell(issues, settings_.lang);
    return kExitFailed;
  }

  // False when the output cannot be written.
  bool CheckFile(const std::string& path, SchemaChecker* checker) {
    const FileOutcome outcome =
        VisitInstances(path, options_.form, [&](Instance& instance) {
          Check(&instance, checker);
          return output_.error().empty();
        });
    if (!outcome.unreadable.empty()) {
      report_->AddUnreadable(InputName(path), outcome.unreadable);
    }
    if (outcome.documents == 0 && outcome.unreadable.empty()) {
      const Issue note{"V115.no-documents",
                       Severity::kNote,
                       {InputName(path)},
                       nullptr,
                       {},
                       {},
                       {}};
      WriteError(IssueText(note, settings_.lang));
    }
    return !outcome.stopped && output_.error().empty();
  }

  void Check(Instance* instance, SchemaChecker* checker) {
    CheckedInstance checked{instance, {}, false};
    if (instance->document() != nullptr &&
        !checker->IsValid(*instance->document())) {
      checked.faults = checker->Faults(*instance->document(), Document::kRoot,
                                       &instance->source(), &checked.cut);
    }
    report_->AddInstance(&checked);
  }

  // Beside the results of machines, never among them.
  void WriteSummary() {
    const std::string summary = report_->Summary();
    if (options_.format == FaultFormat::kText) {
      output_.Write(summary);
    } else if (!settings_.quiet) {
      WriteError(summary);
    }
  }

  int ExitCode(std::size_t files) const {
    const FaultTotals& totals = report_->totals();
    const auto unreadable =
        static_cast<std::size_t>(totals.unreadable) + unlisted_;
    if (totals.documents == 0 && unreadable > 0 &&
        unreadable == files + unlisted_) {
      return kExitFailed;
    }
    return totals.invalid > 0 || unreadable > 0 ? kExitBlocked : kExitOk;
  }

  const Settings& settings_;
  const ValidateOptions& options_;
  SchemaLibrary library_;
  std::shared_ptr<const Schema> schema_;
  Output output_;
  std::unique_ptr<FaultReport> report_;
  std::size_t unlisted_ = 0;
};

}  // namespace

int RunValidate(const Settings& settings, const ValidateOptions& options) {
  const Usage usage(settings.lang, "validate");
  if (options.schema.empty()) {
    usage.Missing("--schema");
    return kExitFailed;
  }
  if (options.inputs.empty()) {
    usage.Missing(Message(settings.lang, "app.arg.files"));
    return kExitFailed;
  }
  return ValidateCommand(settings, options).Run();
}

}  // namespace sigte

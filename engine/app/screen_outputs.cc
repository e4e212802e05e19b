// SPDX-License-Identifier: MPL-2.0

#include "engine/app/screen_outputs.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "engine/app/job.h"
#include "engine/app/telling.h"
#include "engine/app/terminal_size.h"
#include "engine/audit/canonical.h"

namespace sigte {
namespace {

constexpr std::string_view kStandardOutput = "-";

void Tell(const Issue& issue, Lang lang) { WriteError(IssueText(issue, lang)); }

}  // namespace

ScreenOutputs::ScreenOutputs(const Settings& settings,
                             std::vector<OutputChoice> choices)
    : settings_(settings), choices_(std::move(choices)) {
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    places_.push_back(std::make_unique<Place>());
  }
}

bool ScreenOutputs::CannotWrite(std::size_t index) {
  const std::string& path = choices_[index].path;
  const Output& output = places_[index]->output;
  Tell(output.cannot_hold()
           ? MakeIssue("A133.cannot-hold", Severity::kError, {output.error()})
           : WriteFault(output, path),
       settings_.lang);
  return false;
}

// Bytes of a workbook would only upset a terminal.
bool ScreenOutputs::CheckTerminal(const OutputChoice& choice) {
  if (choice.format->is_text || isatty(STDOUT_FILENO) == 0) return true;
  Tell(MakeIssue("W110.workbook-to-terminal", Severity::kError),
       settings_.lang);
  return false;
}

bool ScreenOutputs::Open() {
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    const OutputChoice& choice = choices_[i];
    if (choice.path == kStandardOutput) {
      if (!CheckTerminal(choice)) return false;
      continue;
    }
    Output& output = places_[i]->output;
    if (!(choice.append ? output.OpenToAppend(choice.path)
                        : output.OpenFile(choice.path))) {
      return CannotWrite(i);
    }
  }
  return true;
}

bool ScreenOutputs::Hold() {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (!places_[i]->output.Hold()) return CannotWrite(i);
  }
  return true;
}

void ScreenOutputs::MakeWriters(const Program& program,
                                const std::string& title,
                                const FormatOptions& options) {
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    FormatOptions how = options;
    how.color = UseColor(settings_.color, places_[i]->output.fd());
    const TerminalSize size = SizeOf(places_[i]->output.fd());
    how.width = size.width;
    how.line_columns = LineColumns(size, 6);
    how.limit = MostTold(settings_);
    places_[i]->writer = choices_[i].format->make(program, title, how);
  }
}

Fragments ScreenOutputs::MakeFragments() const {
  Fragments fragments;
  for (const auto& place : places_) {
    fragments.push_back(place->writer->MakeFragment());
  }
  return fragments;
}

Sink ScreenOutputs::SinkOf(Place* place) {
  return [this, place](std::string_view bytes) {
    if (session_ != nullptr) {
      if (places_.size() == 1) {
        session_->AddOutput(bytes);
      } else {
        place->digest.Add(bytes);
      }
    }
    return place->output.Write(bytes);
  };
}

bool ScreenOutputs::Failed(std::size_t index) {
  if (const auto fault = places_[index]->writer->fault()) {
    Tell(*fault, settings_.lang);
    return false;
  }
  return CannotWrite(index);
}

bool ScreenOutputs::Merge(const Fragments& fragments) {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    Place* place = places_[i].get();
    if (!place->writer->Merge(fragments[i].get(), SinkOf(place))) {
      return Failed(i);
    }
  }
  return true;
}

void ScreenOutputs::TellRemarks(const FormatWriter& writer) const {
  for (const Issue& issue : writer.remarks()) Tell(issue, settings_.lang);
}

bool ScreenOutputs::End(RunResult result, double seconds) {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    Place* place = places_[i].get();
    // Time would make equal runs differ; it is for those who watch.
    result.seconds.reset();
    if (isatty(place->output.fd()) != 0) result.seconds = seconds;
    if (!place->writer->End(result, SinkOf(place))) return Failed(i);
    TellRemarks(*place->writer);
  }
  return true;
}

bool ScreenOutputs::Prepare() {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (!places_[i]->output.Prepare()) return CannotWrite(i);
  }
  if (session_ == nullptr || places_.size() == 1) return true;
  audit::JsonValue::List digests;
  for (const auto& place : places_) {
    digests.emplace_back(audit::Hex(place->digest.Finish()));
  }
  session_->AddOutput(*audit::Canonical(std::move(digests)));
  return true;
}

bool ScreenOutputs::Finish() {
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (!places_[i]->output.Finish()) return CannotWrite(i);
  }
  return true;
}

bool ScreenOutputs::reads_lines() const {
  return std::ranges::any_of(places_, [](const std::unique_ptr<Place>& place) {
    return place->writer->reads_lines();
  });
}

bool ScreenOutputs::for_people() const {
  return std::ranges::any_of(choices_, [](const OutputChoice& choice) {
    return choice.format->for_people && !choice.append;
  });
}

std::string ScreenOutputs::names() const {
  std::string names;
  for (const OutputChoice& choice : choices_) {
    if (!names.empty()) names += ',';
    names += choice.format->name;
  }
  return names;
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

// Formats by name and ending.

#include "engine/app/output_formats.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "engine/app/inputs.h"
#include "engine/app/workbook_format.h"
#include "engine/base/ascii.h"
#include "engine/base/issue_hint.h"
#include "engine/report/format_writers.h"

namespace sigte {
namespace {

using MakeText = std::unique_ptr<FormatWriter> (*)(const Program&,
                                                   const FormatOptions&);

template <MakeText make>
std::unique_ptr<FormatWriter> Text(const Program& program,
                                   const std::string& /*title*/,
                                   const FormatOptions& options) {
  return make(program, options);
}

std::unique_ptr<FormatWriter> Workbook(const Program& program,
                                       const std::string& title,
                                       const FormatOptions& options) {
  return MakeWorkbookWriter(program, title, options);
}

constexpr std::array kFormats = {
    OutputFormat{"full", ".txt", "", true, true, Text<MakeFullWriter>},
    OutputFormat{"concise", ".txt", "", true, true, Text<MakeConciseWriter>},
    OutputFormat{"ndjson", ".ndjson .jsonl", "", false, true,
                 Text<MakeNdjsonWriter>},
    OutputFormat{"json", ".json", "", false, true, Text<MakeJsonWriter>},
    OutputFormat{"sarif", ".sarif .json", "", false, true,
                 Text<MakeSarifWriter>},
    OutputFormat{"github", ".txt", "", true, true, Text<MakeGithubWriter>},
    OutputFormat{"gitlab", ".json", "gl-code-quality-report.json", false, true,
                 Text<MakeGitlabWriter>},
    OutputFormat{"junit", ".xml", "", false, true, Text<MakeJunitWriter>},
    OutputFormat{"csv", ".csv", "", false, true, Text<MakeCsvWriter>},
    OutputFormat{"markdown", ".md", "", true, true, Text<MakeMarkdownWriter>},
    OutputFormat{"xlsx", ".xlsx", "", false, false, Workbook},
};

constexpr std::string_view kStandardOutput = "-";

bool HasEnding(const OutputFormat& format, std::string_view ending) {
  std::string_view left = format.endings;
  while (!left.empty()) {
    const std::size_t end = std::min(left.find(' '), left.size());
    if (left.substr(0, end) == ending) return true;
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  return false;
}

// Of a file's name: the format that it means by itself; null: none.
const OutputFormat* FormatOfName(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  const std::string ending = EndingOf(path);
  for (const OutputFormat& format : kFormats) {
    if (!format.file_name.empty() && name == format.file_name) return &format;
  }
  // "a.sarif.json" is usual.
  if (name.ends_with(".sarif.json")) return FindOutputFormat("sarif");
  for (const OutputFormat& format : kFormats) {
    if (!ending.empty() && HasEnding(format, ending)) return &format;
  }
  return nullptr;
}

// Whether a prefix may be meant as the name of a format; else it is a path's.
bool LooksLikeFormat(std::string_view prefix) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  return !prefix.empty() && is_letter(prefix.front()) &&
         std::ranges::all_of(prefix, [&](char c) {
           return is_letter(c) || IsDigit(c) || c == '-' || c == '_';
         });
}

class Chooser {
 public:
  Chooser(const OutputFormat* format, IssueList* issues)
      : format_(format), issues_(issues) {}

  void Add(const std::string& file) {
    const std::size_t colon = file.find(':');
    if (colon != file.npos) {
      const std::string prefix = file.substr(0, colon);
      if (const OutputFormat* named = FindOutputFormat(prefix)) {
        Take(named, file.substr(colon + 1));
        return;
      }
      if (LooksLikeFormat(prefix)) {
        issues_->UnknownName("F101.unknown-format", nullptr, {}, prefix,
                             OutputFormatNames());
        return;
      }
    }
    AddPlain(file);
  }

  std::vector<OutputChoice> Choices() {
    if (format_ != nullptr && !taken_) Take(format_, "-");
    if (choices_.empty() && issues_->empty()) Take(&kFormats.front(), "-");
    return std::move(choices_);
  }

 private:
  void AddPlain(const std::string& file) {
    const std::string ending = EndingOf(file);
    const OutputFormat* named = FormatOfName(file);
    const bool fits =
        format_ != nullptr && (named == nullptr || HasEnding(*format_, ending));
    if (fits) {
      Take(format_, file);
    } else if (named != nullptr) {
      Take(named, file);
    } else if (ending.empty()) {
      Take(&kFormats.front(), file);
    } else {
      UnknownEnding(file, ending);
    }
  }

  void UnknownEnding(const std::string& file, const std::string& ending) {
    std::set<std::string> endings;
    for (const OutputFormat& format : kFormats) {
      endings.emplace(format.endings.substr(0, format.endings.find(' ')));
    }
    Issue issue{"F102.unknown-ending",
                Severity::kError,
                {ending, file},
                nullptr,
                {},
                {},
                {}};
    SuggestName(ending, {endings.begin(), endings.end()}, &issue);
    issues_->Add(std::move(issue));
  }

  void Take(const OutputFormat* format, const std::string& path) {
    taken_ = taken_ || format == format_;
    const std::string place = path.empty() ? "-" : path;
    const bool twice =
        std::ranges::any_of(choices_, [&](const OutputChoice& other) {
          return std::filesystem::path(other.path).lexically_normal() ==
                 std::filesystem::path(place).lexically_normal();
        });
    if (twice) {
      issues_->Error("F103.same-output", nullptr, {},
                     {place == kStandardOutput ? "<stdout>" : place});
      return;
    }
    choices_.push_back({format, place, false});
  }

  const OutputFormat* format_;
  IssueList* issues_;
  bool taken_ = false;  // of --format: there is an output of it
  std::vector<OutputChoice> choices_;
};

}  // namespace

std::span<const OutputFormat> OutputFormats() { return kFormats; }

const OutputFormat* FindOutputFormat(std::string_view name) {
  if (name == "text") return &kFormats.front();
  const auto* it = std::ranges::find(kFormats, name, &OutputFormat::name);
  return it == kFormats.end() ? nullptr : it;
}

std::vector<std::string> OutputFormatNames() {
  std::vector<std::string> names;
  for (const OutputFormat& format : kFormats) names.emplace_back(format.name);
  return names;
}

std::vector<OutputChoice> ChooseOutputs(const OutputFormat* format,
                                        const std::vector<std::string>& files,
                                        IssueList* issues) {
  Chooser chooser(format, issues);
  for (const std::string& file : files) chooser.Add(file);
  return chooser.Choices();
}

}  // namespace sigte

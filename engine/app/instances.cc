// SPDX-License-Identifier: MPL-2.0

#include "engine/app/instances.h"

#include <unistd.h>

#include <utility>

#include "engine/app/inputs.h"
#include "engine/read/json_reader.h"
#include "engine/read/line_reader.h"
#include "engine/rule/yaml_document.h"
#include "engine/rule/yaml_tree.h"

namespace sigte {
namespace {

constexpr std::size_t kInstanceBlock = 256 * 1024;
// A tree of YAML takes many times its text.
constexpr std::size_t kMaxYaml = 64UL * 1024 * 1024;

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool IsJson(std::string_view text, JsonReader* reader) {
  const PaddedText padded(text);
  Document document;
  IssueList ignored;
  return reader->Read(padded.text(), nullptr, 0, &document, &ignored);
}

bool EndsIn(const std::string& path, std::string_view a, std::string_view b) {
  return path.ends_with(a) || path.ends_with(b);
}

// A line that is a value by itself with something after it is NDJSON whatever
// the name says. So is an object's first line that is broken, where the next
// one is whole: no object goes on with '{'.
bool LooksLikeLines(std::string_view text, JsonReader* reader) {
  const std::string_view first = TakeLine(&text);
  std::string_view rest = text;
  const std::string_view second = TakeLine(&rest);
  if (IsBlank(first) || IsBlank(second)) return false;
  if (IsJson(first, reader)) return true;
  return first.front() == '{' && second.front() == '{' &&
         IsJson(second, reader);
}

InstanceForm GuessForm(const std::string& path, std::string_view text,
                       JsonReader* reader) {
  if (EndsIn(path, ".yaml", ".yml")) return InstanceForm::kYaml;
  if (EndsIn(path, ".ndjson", ".jsonl")) return InstanceForm::kNdjson;
  if (LooksLikeLines(text, reader)) return InstanceForm::kNdjson;
  if (path.ends_with(".json")) return InstanceForm::kJson;
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  if (at == std::string_view::npos) return InstanceForm::kJson;
  const bool opens =
      std::string_view("{[\"").find(text[at]) != std::string_view::npos;
  return opens || IsJson(text, reader) ? InstanceForm::kJson
                                       : InstanceForm::kYaml;
}

}  // namespace

const Source& Instance::source() {
  if (!source_) source_.emplace(*file_, std::string(text_), line_);
  return *source_;
}

/// Reads one file.
class InstanceReader {
 public:
  InstanceReader(const std::string& path, const InstanceVisitor& visit)
      : path_(path), name_(InputName(path)), visit_(visit) {}

  FileOutcome Run(InstanceForm form) {
    const int fd = OpenInput(path_, &outcome_.unreadable);
    if (fd < 0) return std::move(outcome_);
    const bool lines =
        form == InstanceForm::kNdjson ||
        (form == InstanceForm::kGuess && EndsIn(path_, ".ndjson", ".jsonl"));
    LineReader reader(fd, kInstanceBlock, lines ? kMaxLine : kMaxDocument);
    Read(&reader, form);
    if (fd != STDIN_FILENO) close(fd);
    return std::move(outcome_);
  }

 private:
  void Read(LineReader* reader, InstanceForm form) {
    LineBlock block;
    const LineReader::Result first = reader->Next(&block);
    marked_ = reader->had_byte_order_mark();
    const bool guess = form == InstanceForm::kGuess;
    if (guess) form = GuessForm(path_, block.text(), &json_);
    if (form == InstanceForm::kNdjson) {
      VisitLines(reader, first, &block);
      return;
    }
    LineBlock more;
    const LineReader::Result next =
        first == LineReader::Result::kBlock ? reader->Next(&more) : first;
    if (guess && next == LineReader::Result::kBlock && IsOneLine(block)) {
      VisitBlock(block);
      VisitLines(reader, next, &more);
    } else if (TakeRest(reader, next, &more, &block)) {
      VisitWhole(form, block);
    }
  }

  // A whole document on one line, although more text follows: the next line is
  // too long to have come with it.
  bool IsOneLine(const LineBlock& block) {
    std::string_view text = block.text();
    const std::string_view line = TakeLine(&text);
    return IsBlank(text) && IsJson(line, &json_);
  }

  // All of the file in `*block`, which `*more` (of `result`) goes on. False
  // where that cannot be.
  bool TakeRest(LineReader* reader, LineReader::Result result, LineBlock* more,
                LineBlock* block) {
    while (result == LineReader::Result::kBlock) {
      if (block->size + more->size > kMaxDocument) {
        result = LineReader::Result::kLineTooLong;
        break;
      }
      block->bytes.resize(block->size);
      block->bytes.append(more->bytes, 0, more->size);
      block->size += more->size;
      block->bytes.append(kReadPadding, '\0');
      result = reader->Next(more);
    }
    if (result == LineReader::Result::kLineTooLong) {
      Refuse("D162.file-too-large", 1);
    } else if (result == LineReader::Result::kError) {
      outcome_.unreadable = reader->error();
    }
    return result == LineReader::Result::kEnd;
  }

  void VisitWhole(InstanceForm form, const LineBlock& block) {
    Instance instance(name_, 1, block.text());
    NoteMark(&instance);
    if (form != InstanceForm::kYaml) {
      ReadJson(&instance);
    } else if (block.size > kMaxYaml) {
      instance.issues_.Error("D162.file-too-large", &instance.source(), {});
    } else {
      ReadYamlInto(&instance);
    }
    Visit(&instance);
  }

  void VisitLines(LineReader* reader, LineReader::Result result,
                  LineBlock* block) {
    while (!outcome_.stopped) {
      switch (result) {
        case LineReader::Result::kBlock: VisitBlock(*block); break;
        case LineReader::Result::kLineTooLong:
          Refuse("V111.line-too-long", block->first_line);
          break;
        case LineReader::Result::kEnd: return EndLines();
        case LineReader::Result::kError:
          outcome_.unreadable = reader->error();
          return;
      }
      result = reader->Next(block);
    }
  }

  void VisitBlock(const LineBlock& block) {
    std::size_t offset = 0;
    std::string_view line;
    for (std::size_t number = block.first_line;
         !outcome_.stopped && NextLine(block.text(), &offset, &line);
         ++number) {
      if (IsBlank(line)) continue;
      Instance instance(name_, number, line);
      if (outcome_.documents == 0) NoteMark(&instance);
      ReadJson(&instance);
      Visit(&instance);
    }
  }

  // A pipe may well have nothing to say; a file that is named is to say it.
  void EndLines() {
    if (outcome_.documents == 0 && path_ != kStandardInput) {
      Refuse("V112.no-lines", 1);
    }
  }

  void Refuse(MessageKey why, std::size_t line) {
    Instance instance(name_, line, {});
    instance.issues_.Error(why, &instance.source(), {});
    Visit(&instance);
  }

  void NoteMark(Instance* instance) {
    if (!std::exchange(marked_, false)) return;
    instance->issues_.Add({"D160.byte-order-mark",
                           Severity::kNote,
                           {},
                           &instance->source(),
                           {},
                           {},
                           {}});
  }

  // Places cost a copy of the text: only where something is wrong.
  void ReadJson(Instance* instance) {
    IssueList ignored;
    if (json_.Read(instance->text_, nullptr, 0, &document_, &ignored)) {
      instance->document_ = &document_;
      return;
    }
    json_.Read(instance->text_, &instance->source(), 0, &document_,
               &instance->issues_);
  }

  // Faults that leave a tree (a key given twice) leave a document.
  void ReadYamlInto(Instance* instance) {
    const Source& source = instance->source();
    const auto root = ReadYaml(source, &instance->issues_);
    if (!root) return;
    MakeDocument(*root, source, &document_, &instance->issues_);
    instance->document_ = &document_;
  }

  void Visit(Instance* instance) {
    ++outcome_.documents;
    outcome_.stopped = !visit_(*instance);
  }

  const std::string& path_;
  std::string name_;
  const InstanceVisitor& visit_;
  JsonReader json_;
  Document document_;
  FileOutcome outcome_;
  bool marked_ = false;  // a byte order mark is still to be told
};

FileOutcome VisitInstances(const std::string& path, InstanceForm form,
                           const InstanceVisitor& visit) {
  return InstanceReader(path, visit).Run(form);
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/app/eval_command.h"

#include <unistd.h>

#include <cerrno>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/app/exit_code.h"
#include "engine/app/expression_runner.h"
#include "engine/app/inputs.h"
#include "engine/app/line_members.h"
#include "engine/app/output.h"
#include "engine/app/ruleset_store.h"
#include "engine/app/telling.h"
#include "engine/app/usage.h"
#include "engine/base/json_writer.h"
#include "engine/base/messages.h"
#include "engine/read/line_reader.h"

namespace sigte {
namespace {

constexpr std::string_view kError = "error";

// The message alone: a batch's line has no room for a caret.
std::string MessageOf(Issue issue, Lang lang) {
  issue.source = nullptr;
  const std::string text = Format(issue, lang);
  const std::size_t severity_end = text.find(": ") + 2;
  return AsTold(text.substr(severity_end, text.find('\n') - severity_end));
}

int RunOne(const Settings& settings, const EvalOptions& options) {
  const Source expression("<expression>", *options.expression);
  IssueList issues;
  std::optional<AskedRecord> record;
  const Source record_source("<record>", options.record.value_or(""));
  const PaddedText record_text(record_source.text());
  Document document;
  if (options.record) {
    if (JsonReader().Read(record_text.text(), &record_source, 0, &document,
                          &issues)) {
      record = {&document, Document::kRoot, &record_source};
      if (document[Document::kRoot].kind != NodeKind::kObject) {
        issues.Error("D165.no-record", &record_source,
                     document.SpanOf(Document::kRoot));
      }
    }
  }
  ExpressionRunner runner(settings);
  std::optional<std::string> value;
  if (!issues.has_errors()) value = runner.Run(expression, record, &issues);
  WriteError(IssuesText(issues, settings.lang));
  if (!value) return kExitFailed;
  Output output;
  output.Write(*value + "\n");
  return Delivered(&output, kExitOk);
}

/// Answers the lines of a batch.
class Batch {
 public:
  explicit Batch(const Settings& settings)
      : settings_(settings), runner_(settings) {}

  /// One line in, one line out.
  void Answer(std::string_view line, std::size_t number, std::string* out) {
    IssueList issues;
    IssueList warnings;
    std::optional<std::string> value;
    id_ = kNoNode;
    if (reader_.Read(line, nullptr, 0, &document_, &issues, number)) {
      WarnOfUnreadMembers(document_, {"id", "expression", "record"}, nullptr,
                          &warnings);
      value = ValueOf(&issues);
    }
    JsonWriter writer(out);
    writer.BeginObject();
    WriteId(&writer);
    writer.Key("value");
    writer.String(value ? *value : kError);
    if (!value) {
      faulty_ = true;
      writer.Key("line");
      writer.Int(static_cast<std::int64_t>(number));
      writer.Key("error");
      writer.String(MessageOf(issues.issues().front(), settings_.lang));
    } else {
      for (const Issue& issue : issues.issues()) warnings.Add(issue);
    }
    if (!warnings.empty()) WriteWarnings(warnings, &writer);
    writer.EndObject();
    *out += '\n';
  }

  bool faulty() const { return faulty_; }
  bool failed() const { return runner_.failed(); }

 private:
  // As it stands; a text with what a terminal would act on escaped.
  void WriteId(JsonWriter* writer) const {
    writer->Key("id");
    if (id_ == kNoNode) {
      writer->Null();
    } else if (document_[id_].kind == NodeKind::kString) {
      writer->String(AsTold(std::string(document_[id_].text)));
    } else {
      const Span span = document_.SpanOf(id_);
      writer->Raw(document_.text().substr(span.begin, span.end - span.begin));
    }
  }

  void WriteWarnings(const IssueList& issues, JsonWriter* writer) const {
    writer->Key("warnings");
    writer->BeginArray();
    for (const Issue& issue : issues.issues()) {
      writer->String(MessageOf(issue, settings_.lang));
    }
    writer->EndArray();
  }

  std::optional<std::string> ValueOf(IssueList* issues) {
    if (document_[Document::kRoot].kind != NodeKind::kObject) {
      issues->Error("D166.no-batch-line", nullptr, {});
      return std::nullopt;
    }
    id_ = document_.Member(Document::kRoot, "id");
    const NodeIndex text = document_.Member(Document::kRoot, "expression");
    if (text == kNoNode || document_[text].kind != NodeKind::kString) {
      issues->Error("D166.no-batch-line", nullptr, {});
      return std::nullopt;
    }
    const NodeIndex record = document_.Member(Document::kRoot, "record");
    std::optional<AskedRecord> asked;
    if (record != kNoNode && document_[record].kind != NodeKind::kNull) {
      if (document_[record].kind != NodeKind::kObject) {
        issues->Error("D165.no-record", nullptr, {});
        return std::nullopt;
      }
      asked = {&document_, record, nullptr};
    }
    expression_.emplace("<expression>", std::string(document_[text].text));
    return runner_.Run(*expression_, asked, issues);
  }

  const Settings& settings_;
  ExpressionRunner runner_;
  JsonReader reader_;
  Document document_;
  std::optional<Source> expression_;  // that its issues point into
  NodeIndex id_ = kNoNode;
  bool faulty_ = false;
};

bool AnswerBlock(const LineBlock& block, Batch* batch, Output* output) {
  std::size_t offset = 0;
  std::string_view line;
  std::string out;
  for (std::size_t number = block.first_line;
       NextLine(block.text(), &offset, &line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    batch->Answer(line, number, &out);
  }
  return output->Write(out);
}

int Unreadable(const Settings& settings, const std::string& path,
               const LocalText& why) {
  IssueList issues;
  issues.Error("A110.unreadable-file", nullptr, {}, {InputName(path), why});
  WriteError(IssuesText(issues, settings.lang));
  return kExitFailed;
}

int AnswerAll(int fd, const Settings& settings, const std::string& path) {
  LineReader lines(fd);
  LineBlock block;
  Batch batch(settings);
  Output output;
  bool too_long = false;
  while (true) {
    const auto result = lines.Next(&block);
    if (result == LineReader::Result::kEnd) break;
    if (result == LineReader::Result::kError) {
      return Unreadable(settings, path, lines.error());
    }
    if (result == LineReader::Result::kLineTooLong) {
      too_long = true;
      output.Write("{\"id\":null,\"value\":\"error\",\"line\":" +
                   std::to_string(block.first_line) + ",\"error\":\"" +
                   Message(settings.lang, "D163.line-too-long") + "\"}\n");
    } else if (!AnswerBlock(block, &batch, &output)) {
      break;
    }
    if (batch.failed()) return kExitFailed;
  }
  return Delivered(&output,
                   batch.faulty() || too_long ? kExitBlocked : kExitOk);
}

}  // namespace

int RunEval(const Settings& settings, const EvalOptions& options) {
  // Most expressions need no ruleset, but what they say is shown too.
  HideInTelling(FindHidden(settings.rules));
  if (!options.batch.empty()) {
    if (options.expression || options.record) {
      Usage(settings.lang, "eval")
          .Excludes("--batch", options.record ? "--record"
                                              : Message(settings.lang,
                                                        "app.arg.expression"));
      return kExitFailed;
    }
    LocalText why;
    const int fd = OpenInput(options.batch, &why);
    if (fd < 0) return Unreadable(settings, options.batch, why);
    const int code = AnswerAll(fd, settings, options.batch);
    if (fd > STDIN_FILENO) close(fd);
    return code;
  }
  if (!options.expression) {
    Usage(settings.lang, "eval")
        .Missing(Message(settings.lang, "app.arg.expression"));
    return kExitFailed;
  }
  return RunOne(settings, options);
}

}  // namespace sigte

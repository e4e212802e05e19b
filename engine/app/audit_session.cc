// SPDX-License-Identifier: MPL-2.0

#include "engine/app/audit_session.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "engine/app/kept_ruleset.h"
#include "engine/app/version.h"
#include "engine/audit/format.h"

namespace sigte {

audit::LogTerms LogTermsOf(const RulesetStore& store) {
  audit::LogTerms terms;
  for (const CompiledRule& rule : store.program->rules) {
    terms.rule_codes.push_back(rule.code);
  }
  const Layout& layout = store.program->layout;
  if (layout.group != kNoField) {
    for (const FieldChoice& choice : layout[layout.group].choices) {
      terms.groups.push_back(choice.value);
    }
  }
  std::ranges::sort(terms.groups);
  terms.ruleset = store.ruleset->id;
  terms.ruleset_version = store.ruleset->version;
  terms.list = layout.list_member;
  return terms;
}

AuditSession::AuditSession(std::unique_ptr<OpenLog> log, Lang lang)
    : lang_(lang),
      log_(std::move(log)),
      kept_(log_->private_folder, &log_->ops),
      run_(log_->writer.get(), &kept_),
      output_salt_(audit::RandomSalt()),
      output_(output_salt_),
      before_(log_->writer->committed()) {}

std::unique_ptr<AuditSession> AuditSession::Open(
    const AuditOptions& options, Lang lang, const RulesetStore& store,
    audit::JsonValue::Members run_options, InputList* inputs) {
  auto log = OpenLogFor(options, lang);
  if (!log) return nullptr;
  std::unique_ptr<AuditSession> session(new AuditSession(std::move(log), lang));
  session->terms_ = LogTermsOf(store);
  audit::RunFacts facts;
  facts.time = TimeNow();
  facts.program_version = VersionNumber();
  facts.ruleset = session->terms_.ruleset;
  facts.ruleset_version = session->terms_.ruleset_version;
  facts.ruleset_digest = store.ruleset->digest;
  facts.list = session->terms_.list;
  facts.options = std::move(run_options);
  const bool is_put = session->KeepRuleset(store);
  if (is_put && !IsKeptWhole(options.folder, store.ruleset->digest)) {
    TellIssue("L160.ruleset-not-kept",
              {KeptRuleset(options.folder, store.ruleset->digest)}, lang);
    return nullptr;
  }
  if (is_put && session->CopyInputs(inputs) &&
      session->run_.Begin(facts, session->stored_)) {
    return session;
  }
  session->Tell();
  return nullptr;
}

// The ruleset's texts are public; with them anybody can run it again. What is
// there and differs is put right.
bool AuditSession::KeepRuleset(const RulesetStore& store) {
  const std::string folder =
      KeptRuleset(log_->writer->folder(), store.ruleset->digest);
  audit::FileWriter& files = log_->writer->files();
  const auto put = [&](const Source& file) {
    const std::string path = folder + "/" + file.name();
    return audit::ReadBytes(path, file.text().size()) == file.text() ||
           files.Put(path, file.text());
  };
  return std::ranges::all_of(store.files.files(),
                             [&](const auto& file) { return put(*file); }) &&
         put(*store.schema_source) && files.SyncFolders();
}

bool AuditSession::CopyInputs(InputList* inputs) {
  for (const std::string& path : inputs->paths) {
    stored_.emplace_back();
    if (!CopyInput(path, inputs, &stored_.back())) return false;
  }
  return true;
}

bool AuditSession::CopyInput(const std::string& path, InputList* inputs,
                             audit::StoredInput* stored) {
  std::string why;
  LocalText unopened;
  const int fd = OpenInput(path, &unopened);
  if (fd < 0) {
    // Screening will find the same, and say it in its place.
    kept_.SkipInput(InputName(path));
    inputs->copies.push_back(path);
    return true;
  }
  const bool copied = kept_.AddInput(InputName(path), fd, stored, &why);
  if (fd > STDIN_FILENO) close(fd);
  inputs->copies.push_back(stored->readable ? stored->path : path);
  return copied;
}

bool AuditSession::Add(std::size_t input,
                       const std::vector<audit::RecordFact>& facts) {
  return std::ranges::all_of(facts, [&](const audit::RecordFact& fact) {
    if (fact.group_withheld) ++unnamed_;
    return run_.AddRecord(input, fact);
  });
}

bool AuditSession::AddRulings(const std::vector<audit::RulingFact>& rulings) {
  return std::ranges::all_of(rulings, [&](const audit::RulingFact& ruling) {
    return run_.AddRuling(ruling);
  });
}

bool AuditSession::Commit(std::uint64_t unreadable) {
  if (!run_.Finish(&output_, output_salt_, unreadable) || !run_.Commit()) {
    return false;
  }
  Remember(log_.get());
  return true;
}

int AuditSession::Tell() const {
  if (!log_->writer->files().error().empty() && log_->writer->error().empty()) {
    return TellIssue("L104.cannot-write-log", {log_->writer->files().error()},
                     lang_);
  }
  return TellIssues(run_.error(), lang_);
}

std::string AuditSession::SummaryLine() const {
  const std::uint64_t size = log_->writer->committed();
  std::string line = Message(
      lang_, "audit.added",
      {CountText(size - before_), CountText(size), std::to_string(run_.run())});
  if (unnamed_ > 0) {
    const bool is_listed = !terms_.groups.empty();
    line +=
        "\n" + Message(lang_,
                       is_listed ? MessageKey("audit.group-unlisted")
                                 : MessageKey("audit.group-long"),
                       {CountText(unnamed_), CountText(audit::kLongestGroup)});
  }
  return line;
}

}  // namespace sigte

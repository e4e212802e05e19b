// SPDX-License-Identifier: MPL-2.0

#include "engine/app/audit_invocation.h"

#include <array>
#include <cstdint>

#include "engine/app/command_row.h"
#include "engine/app/typed_value.h"

namespace sigte {
namespace {

void AddLog(Options options, Invocation* to) {
  options.Argument("audit.arg.log", &to->audit.folder, "audit.about.log");
}

void AddGroup(Options options, Invocation* to) {
  options.Value("--municipality,--group", &to->audit.group, "audit.arg.group",
                "audit.about.group");
}

void AddVerifierKey(Options options, Invocation* to) {
  options.Value("--vkey", &to->audit.vkey, "audit.arg.key", "audit.about.vkey");
}

void AddAuditInit(Options options, Invocation* to) {
  AddLog(options, to);
  options.Value("--origin", &to->audit.origin, "app.arg.name",
                "audit.about.origin");
  options.Value("--key", &to->audit.key, "app.arg.file",
                "audit.about.init-key");
}

void AddAuditVerify(Options options, Invocation* to) {
  AddLog(options, to);
  AddVerifierKey(options, to);
  options.Value("--since", &to->audit.since, "app.arg.file",
                "audit.about.since");
  options.Several("--witness", &to->audit.witnesses, "audit.arg.key",
                  "audit.about.witness");
  options.Value("--quorum", &to->audit.quorum_text, "app.arg.number",
                "audit.about.quorum");
  options.Value("--receipt", &to->audit.receipt, "app.arg.file",
                "audit.about.receipt");
  options.Value("--file", &to->audit.submission, "app.arg.file",
                "audit.about.submission");
}

void AddAuditShow(Options options, Invocation* to) {
  AddLog(options, to);
  options.Value("--entry", &to->audit.entry_text, "app.arg.number",
                "audit.about.entry");
  options.Value("--run", &to->audit.run_text, "app.arg.number",
                "audit.about.show-run");
  options.Value("--format", &to->audit.format_text, "app.arg.list-format",
                "audit.about.format");
}

void AddAuditProve(Options options, Invocation* to) {
  AddLog(options, to);
  AddGroup(options, to);
  options.Value("-o,--output", &to->audit.output, "app.arg.file",
                "app.about.output");
  options.Flag("--no-salts", &to->audit.no_salts, "audit.about.no-salts");
}

void AddAuditReplay(Options options, Invocation* to) {
  AddLog(options, to);
  options.Argument("app.arg.files", &to->audit.inputs,
                   "audit.about.replay-files");
  options.Value("--run", &to->audit.run_text, "app.arg.number",
                "audit.about.replay-run");
  options.Flag("--all", &to->audit.all, "audit.about.all");
  options.Value("--rulings", &to->audit.rulings, "app.arg.rulings-folder",
                "audit.about.replay-rulings");
}

void AddAuditCosign(Options options, Invocation* to) {
  AddLog(options, to);
  options.Value("--key", &to->audit.key, "app.arg.file",
                "audit.about.witness-key");
  options.Value("--name", &to->audit.name, "app.arg.name",
                "audit.about.witness-name");
  options.Value("--since", &to->audit.since, "app.arg.file",
                "audit.about.cosign-since");
  AddVerifierKey(options, to);
}

void AddAuditErase(Options options, Invocation* to) {
  AddLog(options, to);
  AddGroup(options, to);
  options.Value("--record", &to->audit.record, "app.arg.name",
                "audit.about.record");
  options.Value("--entry", &to->audit.entry_text, "app.arg.number",
                "audit.about.erase-entry");
  options.Value("--run", &to->audit.run_text, "app.arg.number",
                "audit.about.erase-run");
  options.Value("--submission", &to->audit.kept_text, "app.arg.number",
                "audit.about.erase-submission");
  options.Value("--key", &to->audit.key, "app.arg.file", "audit.about.key");
}

void AddGroupOfCommands(Options /*options*/, Invocation* /*to*/) {}

constexpr std::array kAuditCommands = {
    CommandRow{"", "audit", "audit.about.command", "sigte audit verify LOG",
               AddGroupOfCommands},
    CommandRow{"audit", "init", "audit.about.init",
               "sigte audit init --origin example.org/log LOG", AddAuditInit},
    CommandRow{"audit", "verify", "audit.about.verify",
               "sigte audit verify --vkey log.vkey --since checkpoint.old LOG\n"
               "  sigte audit verify --receipt 751.tlog-proof --vkey log.vkey",
               AddAuditVerify},
    CommandRow{"audit", "show", "audit.about.show",
               "sigte audit show --format ndjson LOG", AddAuditShow},
    CommandRow{"audit", "prove", "audit.about.prove",
               "sigte audit prove --municipality 751 -o 751.tlog-proof LOG",
               AddAuditProve},
    CommandRow{"audit", "replay", "audit.about.replay",
               "sigte audit replay LOG", AddAuditReplay},
    CommandRow{"audit", "cosign", "audit.about.cosign",
               "sigte audit cosign --key w.key --name example.org/w1 LOG",
               AddAuditCosign},
    CommandRow{"audit", "erase", "audit.about.erase",
               "sigte audit erase --municipality 751 --record 14 LOG\n"
               "  sigte audit erase --run 1 --submission 0 LOG",
               AddAuditErase},
};

bool ReadIndex(const std::string& text, const char* option,
               std::optional<std::uint64_t>* to, const Usage& usage) {
  if (text.empty()) return true;
  constexpr std::uint64_t kMost = std::uint64_t{1} << 48;
  return ReadNumber<std::uint64_t>(text, option, 0, kMost, &to->emplace(),
                                   usage);
}

}  // namespace

std::span<const CommandRow> AuditCommands() { return kAuditCommands; }

bool ReadAuditValues(AuditOptions* to, const Usage& usage) {
  return ReadChoice<bool, 2>(to->format_text, "--format", {"text", "ndjson"},
                             &to->ndjson, usage) &&
         ReadNumber<std::size_t>(to->quorum_text, "--quorum", 0, 100,
                                 &to->quorum, usage) &&
         ReadIndex(to->entry_text, "--entry", &to->entry, usage) &&
         ReadIndex(to->run_text, "--run", &to->run, usage) &&
         ReadIndex(to->kept_text, "--submission", &to->kept, usage);
}

}  // namespace sigte

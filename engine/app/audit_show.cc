// SPDX-License-Identifier: MPL-2.0

// `sigte audit show`: the runs of a log, or its entries as they stand.

#include "engine/app/audit_commands.h"
#include "engine/app/audit_common.h"
#include "engine/app/exit_code.h"
#include "engine/app/output.h"
#include "engine/app/telling.h"
#include "engine/audit/entries.h"
#include "engine/audit/entry_view.h"
#include "engine/audit/json_value.h"
#include "engine/audit/log_reader.h"
#include "engine/base/numbers.h"
#include "engine/base/utf8.h"

namespace sigte {
namespace {

LocalText Figure(const audit::JsonValue& totals, std::string_view verdict) {
  const audit::JsonValue* cell = totals.Find(verdict);
  const auto records = cell == nullptr ? 0 : cell->CountOf("records");
  return CountText(records.value_or(0));
}

class ShowCommand {
 public:
  ShowCommand(const Settings& settings, const AuditOptions& options)
      : lang_(settings.lang), options_(options), reader_(options.folder) {}

  int Run() {
    const auto latest = reader_.ReadLatest();
    if (!latest) return TellIssue("L101.no-log", {options_.folder}, lang_);
    size_ = latest->tree.size;
    if (options_.entry) return ShowEntry(*options_.entry);
    if (options_.run && !Holds(*options_.run)) return Damaged();
    if (options_.run && !IsRun(*options_.run)) {
      return TellIssue("L150.no-run",
                       {options_.folder, std::to_string(*options_.run)}, lang_);
    }
    if (!options_.ndjson) {
      Write(Message(lang_, "audit.log-head",
                    {latest->tree.origin, CountText(size_)}) +
            "\n");
    }
    if (!ShowAll()) return Damaged();
    return Delivered(&output_, kExitOk);
  }

 private:
  void Write(const std::string& text) { output_.Write(text); }

  int Damaged() const {
    return TellIssue("L110.damaged", {options_.folder}, lang_);
  }

  // False: what stands there is not what was logged.
  bool Holds(std::uint64_t index) const {
    return index >= size_ || reader_.ReadEntry(index, size_);
  }

  int ShowEntry(std::uint64_t index) {
    if (!Holds(index)) return Damaged();
    const auto entry = reader_.ReadEntry(index, size_);
    if (!entry) {
      return TellIssue(
          "L145.no-entry",
          {options_.folder, std::to_string(index), CountText(size_)}, lang_);
    }
    return Print(*entry + "\n", kExitOk);
  }

  bool IsRun(std::uint64_t index) {
    const auto entry = reader_.ReadEntry(index, size_);
    return entry && audit::EntryView(*entry).Text("type") == audit::kRun;
  }

  bool ShowAll() {
    audit::Bundle bundle;
    for (std::uint64_t first = 0; first < size_; first += audit::kTileWidth) {
      if (!reader_.ReadLogged(first / audit::kTileWidth, size_, &bundle)) {
        return false;
      }
      for (std::size_t i = 0; i < bundle.entries.size(); ++i) {
        Show(first + i, bundle.entries[i]);
      }
    }
    return true;
  }

  void Show(std::uint64_t index, std::string_view entry) {
    const audit::EntryView view(entry);
    const auto run = view.Count("run");
    if (options_.run && run != options_.run) return;
    if (options_.ndjson) {
      Write("{\"index\":" + std::to_string(index) +
            ",\"entry\":" + std::string(entry) + "}\n");
      return;
    }
    const std::string_view type = view.Text("type");
    // What there is one of for every record is only counted.
    if (type == audit::kRecord || type == audit::kReceipt ||
        type == audit::kSubmission || type == audit::kRuling) {
      return;
    }
    Write(Line(index, std::string(type), entry));
  }

  std::string Line(std::uint64_t index, const std::string& type,
                   std::string_view entry) const {
    const auto value = audit::ParseJson(entry);
    std::string line = std::to_string(index) + "  " + Printable(type);
    if (!value) return line + "\n";
    if (type == audit::kRun) {
      line = Message(lang_, "audit.show-run",
                     {std::to_string(index), Text(*value, "time"),
                      Text(*value, "ruleset"), Text(*value, "ruleset_version"),
                      Text(*value, "ruleset_digest").substr(0, 12),
                      Text(*value, "program")});
    } else if (type == audit::kAggregate && value->Find("totals") != nullptr) {
      const audit::JsonValue& totals = *value->Find("totals");
      line = Message(lang_, "audit.show-aggregate",
                     {std::to_string(index),
                      CountText(value->CountOf("records").value_or(0)),
                      Figure(totals, "include"), Figure(totals, "exclude"),
                      Figure(totals, "borderline"), Figure(totals, "invalid"),
                      CountText(value->CountOf("rulings_used").value_or(0)),
                      CountText(value->CountOf("rulings_lapsed").value_or(0))});
    } else if (type == audit::kNote) {
      line = Message(lang_, "audit.show-note",
                     {std::to_string(index),
                      CountText(value->CountOf("files").value_or(0)),
                      CountText(value->CountOf("entries").value_or(0))});
    } else if (type == audit::kErasure) {
      const auto* list = value->Find("entries");
      line = Message(lang_, "audit.show-erasure",
                     {std::to_string(index), Text(*value, "time"),
                      CountText(list == nullptr || list->list() == nullptr
                                    ? 0
                                    : list->list()->size())});
    }
    return line + "\n";
  }

  static std::string Text(const audit::JsonValue& value,
                          std::string_view name) {
    return Printable(value.TextOf(name));
  }

  Lang lang_;
  const AuditOptions& options_;
  audit::LogReader reader_;
  std::uint64_t size_ = 0;
  Output output_;
};

}  // namespace

int RunAuditShow(const Settings& settings, const AuditOptions& options) {
  if (!HasFolder(options, "audit show", settings.lang)) return kExitFailed;
  return ShowCommand(settings, options).Run();
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the commands on the audit log were asked for.
namespace sigte {

struct AuditOptions {
  std::string folder;  ///< the log
  std::string key;     ///< private key; empty: the one beside the log
  std::string origin;  ///< init: the log's name
  std::string name;    ///< cosign: the name of a witness's new key
  std::string vkey;    ///< verifier key or its file; empty: the log's own
  std::string since;   ///< an older checkpoint, or a receipt
  std::vector<std::string> witnesses;  ///< verifier keys or their files
  std::size_t quorum = 0;
  std::string receipt;     ///< verify: check this receipt
  std::string submission;  ///< verify: and that this file is what it is about
  std::string group;       ///< prove, erase: whose
  std::string record;      ///< erase: its id
  std::string output;      ///< prove: the receipt; empty: standard output
  bool no_salts = false;   ///< prove: without what opens commitments
  bool ndjson = false;     ///< show: entries as they are
  bool all = false;        ///< replay: every run, not only the last
  std::vector<std::string> inputs;  ///< replay: instead of the stored ones
  std::string rulings;  ///< replay: the folder of the rulings of then
  std::optional<std::uint64_t> entry;  ///< show, erase: only this one
  std::optional<std::uint64_t> run;    ///< show, replay: only this run
  std::optional<std::uint64_t> kept;   ///< erase: this submission of `run`

  // As typed.
  std::string quorum_text;
  std::string format_text = "text";
  std::string entry_text;
  std::string run_text;
  std::string kept_text;
};

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "tests/app/program_runner.h"

/// Outings of which some are borderline, and rulings on them.
namespace sigte {

/// Outing 3 (30 kr.) and outing 4 (900 kr.) lack a target; 2 is by ferry.
inline constexpr const char* kOutings =
    "{\"season\": \"2020\", \"club\": 7, \"outings\": [\n"
    "  {\"id\": \"1\", \"title\": \"Zoo\", \"cost\": 10, "
    "\"target\": \"members\"},\n"
    "  {\"id\": \"2\", \"title\": \"By ferry\", \"cost\": 20, "
    "\"target\": \"members\"},\n"
    "  {\"id\": \"3\", \"title\": \"Picnic\", \"cost\": 30},\n"
    "  {\"id\": \"4\", \"title\": \"Theatre\", \"cost\": 900}\n"
    "]}\n";

/// SHA-256 of "sigte-evidence-1\nby_members\ntarget=missing\n".
inline constexpr const char* kNoTarget =
    "sha256:"
    "96475ab55b09dce15d80050bc55816dd318f5f7998103c8b5fd30c1783a48446";

struct RulingFile {
  std::string id = "r-1";
  std::string record = "{club: 7, id: \"3\"}";
  std::string rule = "by_members";
  std::string answer = "true";
  std::string approved =
      "approved: {body: audit, role: head, date: 2026-11-02}";
  std::string review_by = "2027-01-01";
  std::string evidence = kNoTarget;
  std::string more = {};
};

inline std::string TextOf(const RulingFile& file) {
  std::string text = "ruling: " + file.id + "\nrecord: " + file.record +
                     "\nrule: " + file.rule + "\nanswer: " + file.answer +
                     "\nreason: seen\ntext: \"Asked the club\"\n"
                     "by: {body: board, role: chair}\ndate: 2026-11-01\n"
                     "review_by: " +
                     file.review_by + "\nevidence: \"" + file.evidence + "\"\n";
  if (!file.approved.empty()) text += file.approved + "\n";
  return text + file.more;
}

}  // namespace sigte

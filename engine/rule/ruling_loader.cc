// SPDX-License-Identifier: MPL-2.0

// One file, one ruling, or none: a ruling that is half understood decides
// nothing.

#include "engine/rule/ruling_loader.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "engine/base/numbers.h"
#include "engine/record/record_key.h"
#include "engine/rule/yaml_files.h"
#include "engine/rule/yaml_reader.h"

namespace sigte {
namespace {

constexpr std::array<std::string_view, 12> kRulingKeys = {
    "ruling", "record", "rule",     "answer",    "reason",   "text",
    "by",     "date",   "approved", "review_by", "evidence", "supersedes"};
constexpr std::array<std::string_view, 2> kByKeys = {"body", "role"};
constexpr std::array<std::string_view, 3> kApprovedKeys = {"body", "role",
                                                           "date"};
constexpr std::size_t kMaxId = 120;
constexpr std::string_view kDigestBegins = "sha256:";
constexpr std::size_t kDigestDigits = 64;

bool IsIdCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

bool IsDigest(std::string_view text) {
  if (!text.starts_with(kDigestBegins)) return false;
  text.remove_prefix(kDigestBegins.size());
  return text.size() == kDigestDigits && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::vector<std::string> CodesOf(const std::vector<NamedCode>& codes) {
  std::vector<std::string> names;
  for (const NamedCode& code : codes) names.push_back(code.code.text);
  return names;
}

class RulingReader {
 public:
  RulingReader(const Source& source, const RulingContext& context,
               IssueList* issues)
      : reader_(source, issues), context_(context) {}

  Ruling Read(const YamlNode& root) {
    YamlMap map(&reader_, root, kRulingKeys);
    Ruling ruling;
    ruling.source = &reader_.source();
    ReadNames(&map, &ruling);
    if (const YamlNode* record = map.Get("record", Need::kRequired)) {
      ruling.record = ReadRecord(*record);
    }
    if (const YamlNode* answer = map.Get("answer", Need::kRequired)) {
      ruling.answer = reader_.Bool(*answer);
    }
    ReadReason(&map, &ruling);
    ReadParties(&map, &ruling);
    ReadEvidence(&map, &ruling);
    return ruling;
  }

 private:
  void ReadNames(YamlMap* map, Ruling* ruling) {
    const SpannedText id = map->Text("ruling");
    ruling->id = Id(id);
    ruling->span = id.span;
    ruling->line = reader_.source().PlaceOf(id.span.begin).line;
    const SpannedText rule = map->Text("rule");
    ruling->rule = rule.text;
    ruling->rule_span = rule.span;
    const SpannedText earlier = map->Text("supersedes", Need::kOptional);
    ruling->supersedes = Id(earlier);
    if (!id.text.empty() && earlier.text == id.text) {
      reader_.Error("R604.supersedes-itself", earlier.span, {id.text});
    }
  }

  std::string Id(const SpannedText& id) {
    RefusePrivate(id);
    if (id.text.empty() || IsRulingId(id.text)) return id.text;
    reader_.Error("R601.bad-ruling-id", id.span, {id.text, CountText(kMaxId)});
    return {};
  }

  // The keys are the layout's own fields.
  RecordKey ReadRecord(const YamlNode& node) {
    const Layout& layout = context_.layout;
    std::vector<std::string_view> keys;
    if (layout.group != kNoField) keys.push_back(layout[layout.group].name);
    if (layout.id != kNoField) keys.push_back(layout[layout.id].name);
    YamlMap map(&reader_, node, keys);
    RecordKey key;
    key.id = KeyPart(&map, layout.id);
    key.group = KeyPart(&map, layout.group);
    return key;
  }

  std::string KeyPart(YamlMap* map, FieldIndex field) {
    if (field == kNoField) return {};
    const Field& named = context_.layout[field];
    const SpannedText text = map->Text(named.name);
    return CanonicalKey(named.type, text.text);
  }

  void ReadReason(YamlMap* map, Ruling* ruling) {
    const SpannedText reason = map->Text("reason");
    ruling->reason =
        Listed(reason, context_.words.reasons, "R602.unknown-reason");
    const SpannedText text = map->Text("text");
    ruling->text = text.text;
    RefusePrivate(text);
  }

  // No number that the ruleset calls private stands in what people write of
  // their own: a ruling is kept for good, and read by many. A record's id may
  // be one; 'sigte review' masks it.
  void RefusePrivate(const SpannedText& text) {
    std::string shown = text.text;
    context_.redaction.Apply(&shown);
    if (shown != text.text) reader_.Error("R605.private-number", text.span);
  }

  void ReadParties(YamlMap* map, Ruling* ruling) {
    ruling->by.date = map->Date("date");
    std::string body;
    if (const YamlNode* by = map->Get("by", Need::kRequired)) {
      YamlMap party(&reader_, *by, kByKeys);
      ReadParty(&party, &ruling->by);
    }
    const YamlNode* node = map->Get("approved", Need::kOptional);
    if (node == nullptr) return;
    YamlMap party(&reader_, *node, kApprovedKeys);
    RulingParty& approved = ruling->approved.emplace();
    const SpannedText other = ReadParty(&party, &approved);
    approved.date = party.Date("date");
    if (!other.text.empty() && other.text == ruling->by.body) {
      reader_.Error("R603.same-body", other.span, {other.text});
    }
    if (!approved.date.empty() && approved.date < ruling->by.date) {
      reader_.Error("R607.days-reversed", party.Find("date")->span,
                    {"approved", approved.date, "date", ruling->by.date});
    }
  }

  SpannedText ReadParty(YamlMap* map, RulingParty* party) {
    SpannedText body = map->Text("body");
    if (!context_.words.bodies.empty()) {
      party->body = Listed(body, context_.words.bodies, "R606.unknown-body");
    } else if (const YamlNode* node = map->Find("body");
               node != nullptr && !body.text.empty()) {
      party->body = reader_.Name(*node, true).text;
    }
    const SpannedText role = map->Text("role");
    party->role = role.text;
    RefusePrivate(role);
    return body;
  }

  std::string Listed(const SpannedText& code,
                     const std::vector<NamedCode>& codes, MessageKey unknown) {
    if (code.text.empty()) return {};
    const std::vector<std::string> known = CodesOf(codes);
    if (std::ranges::find(known, code.text) != known.end()) return code.text;
    reader_.UnknownName(unknown, code.span, code.text, known);
    return {};
  }

  void ReadEvidence(YamlMap* map, Ruling* ruling) {
    ruling->review_by = map->Date("review_by");
    if (const YamlNode* node = map->Find("review_by")) {
      ruling->review_span = node->span;
      if (!ruling->review_by.empty() && ruling->review_by < ruling->by.date) {
        reader_.Error(
            "R607.days-reversed", node->span,
            {"review_by", ruling->review_by, "date", ruling->by.date});
      }
    }
    const SpannedText evidence = map->Text("evidence");
    ruling->evidence_span = evidence.span;
    if (evidence.text.empty()) return;
    if (!IsDigest(evidence.text)) {
      reader_.Error("R608.bad-evidence", evidence.span, {evidence.text});
    }
    ruling->evidence = evidence.text;
  }

  YamlReader reader_;
  const RulingContext& context_;
};

// All of one id are refused: nobody can tell which was meant.
void RefuseDoubles(std::vector<Ruling>* rulings, IssueList* issues) {
  std::map<std::string, std::vector<std::size_t>> by_id;
  for (std::size_t i = 0; i < rulings->size(); ++i) {
    by_id[(*rulings)[i].id].push_back(i);
  }
  std::vector<bool> refused(rulings->size(), false);
  for (const auto& [id, places] : by_id) {
    if (places.size() == 1) continue;
    for (const std::size_t i : places) {
      const Ruling& one = (*rulings)[i];
      const Ruling& other = (*rulings)[places[0] == i ? places[1] : places[0]];
      issues->Error("R609.ruling-id-twice", one.source, one.span,
                    {id, PlaceName(*other.source, other.span)});
      refused[i] = true;
    }
  }
  std::size_t at = 0;
  std::erase_if(*rulings, [&](const Ruling&) { return refused[at++]; });
}

std::optional<Ruling> LoadOne(const Source& source, YamlFile* file,
                              const RulingContext& context, IssueList* issues) {
  IssueList found = std::move(file->issues);
  std::optional<Ruling> ruling;
  if (file->root)
    ruling = RulingReader(source, context, &found).Read(*file->root);
  for (const Issue& issue : found.issues()) issues->Add(issue);
  if (found.has_errors()) return std::nullopt;
  return ruling;
}

}  // namespace

bool IsRulingId(std::string_view id) {
  return !id.empty() && id.size() <= kMaxId &&
         std::ranges::all_of(id, IsIdCharacter) &&
         std::string_view("-_.").find(id[0]) == std::string_view::npos;
}

std::vector<Ruling> LoadRulings(const FileSet& files,
                                const RulingContext& context,
                                IssueList* issues) {
  std::vector<const Source*> sources;
  for (const auto& file : files.files()) {
    if (sources.size() == kMaxRulings) {
      issues->Error("R611.too-many-rulings", file.get(), {0, 0},
                    {CountText(kMaxRulings)});
      break;
    }
    if (file->text().size() > kMaxRulingBytes) {
      issues->Error("R610.ruling-too-large", file.get(), {0, 0},
                    {CountText(kMaxRulingBytes / 1024)});
      continue;
    }
    sources.push_back(file.get());
  }
  YamlFiles trees(sources);
  std::vector<Ruling> rulings;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    auto ruling = LoadOne(*sources[i], &trees.At(i), context, issues);
    if (ruling) rulings.push_back(std::move(*ruling));
  }
  RefuseDoubles(&rulings, issues);
  return rulings;
}

}  // namespace sigte

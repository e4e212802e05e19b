// SPDX-License-Identifier: MPL-2.0

#include "engine/app/schema_library.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "engine/app/inputs.h"
#include "engine/app/nearest_file.h"
#include "engine/app/ruleset_store.h"
#include "engine/base/ascii.h"
#include "engine/base/byte_order_mark.h"
#include "engine/base/file_set.h"
#include "engine/base/system_words.h"
#include "engine/schema/uri.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSchemaEnding = ".schema.json";

// "URI=DIR" into its two; the URI is empty where there is none.
std::pair<std::string, std::string> SplitArgument(const std::string& argument) {
  if (IsFolder(argument)) return {"", argument};
  for (std::size_t at = argument.find('='); at != std::string::npos;
       at = argument.find('=', at + 1)) {
    if (!IsFolder(argument.substr(at + 1))) continue;
    std::string uri(schema::WithoutFragment(argument.substr(0, at)));
    if (!uri.empty() && !uri.ends_with('/')) uri += '/';
    return {uri, argument.substr(at + 1)};
  }
  const std::size_t at = argument.find('=');
  return {"", at == std::string::npos ? argument : argument.substr(at + 1)};
}

// A path as it stands in a URI (RFC 3986 section 3.3).
std::string PathInUri(std::string_view path) {
  constexpr std::string_view kPlain = "-._~!$&'()*+,;=:@/";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       IsDigit(c) || kPlain.find(c) != kPlain.npos;
    if (plain) {
      uri += c;
    } else {
      uri += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return uri;
}

// Every .json file below the folder, by name; false, and why, where a part of
// it cannot be read. Hidden ones are left out.
bool FindFiles(const std::string& folder, std::vector<std::string>* paths,
               std::string* why) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  const fs::recursive_directory_iterator end;
  while (!error && entry != end) {
    const std::string name = entry->path().filename().string();
    std::error_code ignored;
    if (name.starts_with('.')) {
      entry.disable_recursion_pending();
    } else if (name.ends_with(".json") && entry->is_regular_file(ignored)) {
      paths->push_back(entry->path().string());
    }
    entry.increment(error);
  }
  std::ranges::sort(*paths);
  *why = SystemWords(error);
  return !error;
}

std::string_view IdOf(const Document& document) {
  const NodeIndex id = document.Member(Document::kRoot, "$id");
  if (id == kNoNode || document[id].kind != NodeKind::kString) return {};
  return schema::WithoutFragment(document[id].text);
}

std::string WithoutMark(std::string_view text) {
  return std::string(text.substr(ByteOrderMark(text)));
}

}  // namespace

SchemaText::SchemaText(std::string name, std::string_view text)
    : source(std::move(name), WithoutMark(text)), padded(source.text()) {}

void SchemaLibrary::AddFolder(const std::string& argument, IssueList* issues) {
  const auto [uri, folder] = SplitArgument(argument);
  std::vector<std::string> paths;
  std::string why;
  if (!FindFiles(folder, &paths, &why)) {
    issues->Error("A110.unreadable-file", nullptr, {},
                  {folder, why + NearestFileHint(folder).In(SystemLanguage())});
  }
  for (const std::string& path : paths) {
    const std::string relative =
        fs::path(path).lexically_relative(folder).generic_string();
    AddFile(path, uri + PathInUri(relative), issues);
  }
}

void SchemaLibrary::AddFile(const std::string& path, const std::string& uri,
                            IssueList* issues) {
  SchemaText* text = Load(path, issues);
  if (text == nullptr) return;
  const bool absolute = !schema::SplitUri(uri).scheme.empty();
  const std::string_view id = IdOf(text->document);
  if (absolute || id.empty()) {
    text->uri = uri;
    Enter(uri, text, false, issues);
  }
  if (!id.empty()) {
    Enter(schema::ResolveUri(absolute ? uri : "", id), text, true, issues);
  }
}

void SchemaLibrary::Enter(const std::string& uri, const SchemaText* text,
                          bool is_id, IssueList* issues) {
  const auto [it, is_new] = by_uri_.emplace(uri, text);
  if (is_new || it->second == text) return;
  const Document& document = text->document;
  const NodeIndex id = document.Member(Document::kRoot, "$id");
  const Span span = is_id ? document.SpanOf(id) : Span{};
  issues->Error("V110.two-of-one-id", &text->source, span,
                {uri, it->second->source.name()});
}

SchemaText* SchemaLibrary::Load(const std::string& path, IssueList* issues) {
  std::error_code error;
  const std::string canonical = fs::weakly_canonical(path, error).string();
  const auto known = by_path_.find(canonical);
  if (known != by_path_.end()) return known->second;
  std::string why;
  const auto bytes = ReadFile(path, &why);
  if (!bytes) {
    issues->Error("A110.unreadable-file", nullptr, {},
                  {path, why + NearestFileHint(path).In(SystemLanguage())});
    return nullptr;
  }
  SchemaText& text = texts_.emplace_back(path, *bytes);
  SchemaText* const loaded = JsonReader().Read(text.padded.text(), &text.source,
                                               0, &text.document, issues)
                                 ? &text
                                 : nullptr;
  by_path_[canonical] = loaded;
  return loaded;
}

const SchemaText* SchemaLibrary::Open(const std::string& name,
                                      IssueList* issues) {
  // A ruleset's folder terms/ is not in the way of the schema of that name.
  std::error_code error;
  if (fs::exists(name, error) && !IsFolder(name)) return Load(name, issues);
  const std::string shipped = FindSchema("", name + std::string(kSchemaEnding));
  const bool is_name = name.find('/') == std::string::npos;
  if (is_name && !shipped.empty()) return Load(shipped, issues);
  if (is_name && !name.ends_with(".json")) {
    issues->UnknownName("A108.unknown-schema", nullptr, {}, name,
                        SchemaNames());
    return nullptr;
  }
  return Load(name, issues);
}

// The draft's own schemas and ours, after those that the user has named.
void SchemaLibrary::AddShipped() {
  has_shipped_ = true;
  const std::string drafts = FindSchema("", "metaschema");
  if (drafts.empty()) return;
  std::vector<std::string> paths;
  std::string why;
  FindFiles(fs::path(drafts).parent_path().string(), &paths, &why);
  for (const std::string& path : paths) {
    IssueList ignored;  // whoever asks for one that is not there is told
    const SchemaText* text = Load(path, &ignored);
    if (text == nullptr) continue;
    const std::string_view id = IdOf(text->document);
    if (!id.empty()) by_uri_.emplace(id, text);
  }
}

SchemaLookup SchemaLibrary::Lookup() {
  return [this](std::string_view uri, const Source** source) {
    auto it = by_uri_.find(uri);
    if (it == by_uri_.end() && !has_shipped_) {
      AddShipped();
      it = by_uri_.find(uri);
    }
    if (it == by_uri_.end()) return static_cast<const Document*>(nullptr);
    *source = &it->second->source;
    return &it->second->document;
  };
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/output.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "engine/base/json_writer.h"
#include "engine/schema/uri.h"

namespace sigte {
namespace {

// A fault with its locations taken apart.
struct Error {
  const SchemaFault* fault;
  std::string instance;  // JSON pointer
};
using Errors = std::vector<const Error*>;

bool Has(std::span<const std::string_view> keywords, std::string_view one) {
  return std::ranges::find(keywords, one) != keywords.end();
}

// The end of the token that begins at `at` ('/' included).
std::size_t TokenEnd(std::string_view pointer, std::size_t at) {
  return std::min(pointer.find('/', at + 1), pointer.size());
}

// What the schema, or the keyword, at the first `depth` bytes of the error's
// keyword location was applied to: of the tokens before, those that lead from a
// schema to one of members or elements lead into the instance too.
std::string_view InstanceAt(const Error& error, std::size_t depth) {
  constexpr std::string_view kIntoNamed[] = {
      "/properties", "/patternProperties", "/prefixItems"};
  constexpr std::string_view kInto[] = {
      "/items", "/contains", "/additionalProperties", "/unevaluatedItems",
      "/unevaluatedProperties"};
  constexpr std::string_view kNamed[] = {"/allOf", "/anyOf", "/oneOf",
                                         "/dependentSchemas"};
  const std::string_view path = error.fault->schema_pointer;
  std::size_t into = 0;  // the end in the instance
  for (std::size_t at = 0; at < depth;) {
    const std::size_t end = TokenEnd(path, at);
    const std::string_view keyword = path.substr(at, end - at);
    const bool named = Has(kNamed, keyword) || Has(kIntoNamed, keyword);
    at = named ? TokenEnd(path, std::min(end, path.size())) : end;
    if (at > depth) break;  // the keyword, not yet one of its schemas
    if (Has(kInto, keyword) || Has(kIntoNamed, keyword)) {
      into = TokenEnd(error.instance, into);
    }
  }
  return std::string_view(error.instance).substr(0, into);
}

// The absolute location of what stands at the first `depth` bytes of the
// error's keyword location; empty where a reference lies behind, and of the
// root, which the document's own name tells.
std::string_view AbsoluteAt(const Error& error, std::size_t depth) {
  if (depth == 0) return {};
  const std::string_view uri = error.fault->schema_uri;
  const std::string_view rest =
      std::string_view(error.fault->schema_pointer).substr(depth);
  const bool refers = rest.find("/$ref/") != rest.npos ||
                      rest.find("/$dynamicRef/") != rest.npos;
  if (refers || !uri.ends_with(rest)) return {};
  return uri.substr(0, uri.size() - rest.size());
}

class OutputWriter {
 public:
  OutputWriter(std::string* out, Lang lang) : json_(out), lang_(lang) {}

  void Flag(bool valid) {
    json_.BeginObject();
    json_.Key("valid");
    json_.Bool(valid);
    json_.EndObject();
  }

  void Basic(const Errors& errors) {
    json_.BeginObject();
    json_.Key("valid");
    json_.Bool(false);
    json_.Key("errors");
    json_.BeginArray();
    for (const Error* error : errors) Leaf(*error);
    json_.EndArray();
    json_.EndObject();
  }

  // Errors that share the first `depth` bytes of their keyword's location. A
  // schema with one error below it is left out for that error.
  void Detailed(const Errors& errors, std::size_t depth) {
    std::vector<Errors> groups = Split(errors, depth);
    while (groups.size() == 1 && !IsLeafAt(*errors.front(), depth) &&
           depth > 0) {
      depth = TokenEnd(errors.front()->fault->schema_pointer, depth);
      groups = Split(errors, depth);
    }
    if (errors.size() == 1 && depth > 0) {
      Leaf(*errors.front());
      return;
    }
    json_.BeginObject();
    json_.Key("valid");
    json_.Bool(false);
    const Error& first = *errors.front();
    Locations(first.fault->schema_pointer.substr(0, depth),
              AbsoluteAt(first, depth), InstanceAt(first, depth));
    json_.Key("errors");
    json_.BeginArray();
    for (const Errors& group : groups) Group(group, depth);
    json_.EndArray();
    json_.EndObject();
  }

 private:
  void Group(const Errors& group, std::size_t depth) {
    const std::string& path = group.front()->fault->schema_pointer;
    const std::size_t next = TokenEnd(path, depth);
    const bool leaves = std::ranges::all_of(group, [&](const Error* error) {
      return IsLeafAt(*error, next) || IsLeafAt(*error, depth);
    });
    if (leaves) {
      for (const Error* error : group) Leaf(*error);
    } else {
      Detailed(group, next);
    }
  }

  static bool IsLeafAt(const Error& error, std::size_t depth) {
    return error.fault->schema_pointer.size() <= depth;
  }

  // By the token after `depth`, in the order of their first.
  static std::vector<Errors> Split(const Errors& errors, std::size_t depth) {
    std::vector<Errors> groups;
    const auto token = [&](const Error* error) {
      const std::string_view path = error->fault->schema_pointer;
      return path.substr(0, TokenEnd(path, std::min(depth, path.size())));
    };
    for (const Error* error : errors) {
      const auto it = std::ranges::find_if(groups, [&](const Errors& group) {
        return token(group.front()) == token(error);
      });
      if (it == groups.end()) {
        groups.push_back({error});
      } else {
        it->push_back(error);
      }
    }
    return groups;
  }

  void Leaf(const Error& error) {
    const SchemaFault& fault = *error.fault;
    json_.BeginObject();
    json_.Key("valid");
    json_.Bool(false);
    Locations(fault.schema_pointer, fault.schema_uri, error.instance);
    json_.Key("error");
    json_.String(Message(lang_, fault.issue.message, fault.issue.args));
    json_.EndObject();
  }

  void Locations(std::string_view keyword, std::string_view absolute,
                 std::string_view instance) {
    json_.Key("keywordLocation");
    json_.String(keyword);
    if (!schema::SplitUri(absolute).scheme.empty()) {
      json_.Key("absoluteKeywordLocation");
      json_.String(absolute);
    }
    json_.Key("instanceLocation");
    json_.String(instance);
  }

  JsonWriter json_;
  Lang lang_;
};

}  // namespace

std::string WriteOutput(const std::vector<SchemaFault>& faults,
                        const Document& instance, OutputUnit unit, Lang lang) {
  std::string out;
  OutputWriter writer(&out, lang);
  if (faults.empty() || unit == OutputUnit::kFlag) {
    writer.Flag(faults.empty());
    return out;
  }
  std::vector<Error> all;
  all.reserve(faults.size());
  for (const SchemaFault& fault : faults) {
    all.push_back({&fault, instance.PointerTo(fault.of == kNoNode ? fault.node
                                                                  : fault.of)});
  }
  Errors errors;
  for (const Error& error : all) errors.push_back(&error);
  if (unit == OutputUnit::kBasic) {
    writer.Basic(errors);
  } else {
    writer.Detailed(errors, 0);
  }
  return out;
}

}  // namespace sigte

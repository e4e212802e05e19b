// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/output.h"

#include <algorithm>
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

// The end of the token that begins at `at` ('/' included).
std::size_t TokenEnd(std::string_view pointer, std::size_t at) {
  return std::min(pointer.find('/', at + 1), pointer.size());
}

// The longest pointer that all of the errors' instances lie below.
std::string_view CommonInstance(const Errors& errors) {
  std::string_view common = errors.front()->instance;
  for (const Error* error : errors) {
    std::size_t same = 0;
    while (same < common.size() && same < error->instance.size()) {
      const std::size_t end = TokenEnd(common, same);
      if (end != TokenEnd(error->instance, same) ||
          common.substr(0, end) != error->instance.substr(0, end)) {
        break;
      }
      same = end;
    }
    common = common.substr(0, same);
  }
  return common;
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
    Locations(errors.front()->fault->schema_pointer.substr(0, depth), {},
              CommonInstance(errors));
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
    all.push_back({&fault, instance.PointerTo(fault.node)});
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

// SPDX-License-Identifier: MPL-2.0

// Reads JSON: the fast walk first, and where it says no, the words for it.
#include "engine/read/json_reader.h"

#include <limits>
#include <utility>

#include "engine/read/document_builder.h"
#include "engine/read/json_fault.h"
#include "engine/read/structural_index.h"

namespace sigte {
namespace {

// Nodes count bytes in 32 bits.
constexpr std::size_t kLongestText =
    std::numeric_limits<std::uint32_t>::max() - kReadPadding;

std::string PlaceText(Place place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string PlaceIn(std::string_view text, std::size_t first_line,
                    std::size_t at) {
  const Source before("", std::string(text.substr(0, at)), first_line);
  return PlaceText(before.PlaceOf(at));
}

// What to say of a text that the builder refused.
JsonFault FaultOf(std::string_view text) {
  if (text.size() > kLongestText) {
    return {"D121.text-too-long", {0, 0}, {std::string("4 GiB")}, {}};
  }
  if (auto fault = FindJsonFault(text)) return *std::move(fault);
  return {"D100.unreadable", {0, 0}, {}, {}};
}

}  // namespace

struct JsonReader::Impl {
  StructuralIndex index;
  DocumentBuilder builder;
};

JsonReader::JsonReader() : impl_(std::make_unique<Impl>()) {}
JsonReader::~JsonReader() = default;
JsonReader::JsonReader(JsonReader&&) noexcept = default;

bool JsonReader::Read(std::string_view text, const Source* source,
                      std::size_t offset, Document* document, IssueList* issues,
                      std::size_t first_line) {
  if (text.size() <= kLongestText && impl_->index.Build(text) &&
      impl_->builder.Build(text, impl_->index, document)) {
    return true;
  }
  JsonFault fault = FaultOf(text);
  if (fault.first) {
    fault.args.emplace_back(
        source != nullptr ? PlaceText(source->PlaceOf(offset + *fault.first))
                          : PlaceIn(text, first_line, *fault.first));
  }
  issues->Error(fault.message, source,
                {fault.span.begin + offset, fault.span.end + offset},
                std::move(fault.args));
  return false;
}

PaddedText::PaddedText(std::string_view text) : size_(text.size()) {
  bytes_.reserve(size_ + kReadPadding);
  bytes_.append(text);
  bytes_.resize(size_ + kReadPadding);
}

}  // namespace sigte

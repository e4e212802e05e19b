// SPDX-License-Identifier: MPL-2.0

// The only place that knows simdjson. It uses the first of its two stages: the
// second (DOM) refuses numbers of more than 64 bits, and On-Demand checks only
// what is asked for, so that every token would be looked at twice.
#include "engine/read/structural_index.h"

#include <simdjson.h>

#include <algorithm>

namespace sigte {

struct StructuralIndex::Impl {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;

  bool Grow(std::size_t size) {
    constexpr std::size_t kLeast = 16 * 1024;
    constexpr std::size_t kDepth = 1;  // of the second stage, which is not used
    if (parser && parser->capacity() >= size) return true;
    const std::size_t capacity = std::max(kLeast, size + size / 2);
    const auto& implementation = simdjson::get_active_implementation();
    const auto fault = parser
                           ? parser->allocate(capacity, kDepth)
                           : implementation->create_dom_parser_implementation(
                                 capacity, kDepth, parser);
    return fault == simdjson::SUCCESS;
  }
};

StructuralIndex::StructuralIndex() : impl_(std::make_unique<Impl>()) {}
StructuralIndex::~StructuralIndex() = default;
StructuralIndex::StructuralIndex(StructuralIndex&&) noexcept = default;

bool StructuralIndex::Build(std::string_view text) {
  if (text.empty() || !impl_->Grow(text.size())) return false;
  return impl_->parser->stage1(
             reinterpret_cast<const std::uint8_t*>(text.data()), text.size(),
             simdjson::stage1_mode::regular) == simdjson::SUCCESS;
}

const std::uint32_t* StructuralIndex::positions() const {
  return impl_->parser->structural_indexes.get();
}

std::size_t StructuralIndex::count() const {
  return impl_->parser->n_structural_indexes;
}

}  // namespace sigte

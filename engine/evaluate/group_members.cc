// SPDX-License-Identifier: MPL-2.0

#include "engine/evaluate/group_members.h"

namespace sigte {
namespace {

constexpr std::uint32_t kNobody = 0xFFFFFFFF;

}  // namespace

void GatheredRecords::NameInput(std::uint32_t input, std::string_view file,
                                std::string_view sheet) {
  if (input >= inputs_.size()) inputs_.resize(input + std::size_t{1});
  if (inputs_[input].file == file && inputs_[input].sheet == sheet) return;
  inputs_[input] = {std::string(file), std::string(sheet)};
}

std::uint32_t GatheredRecords::Add(const RunPlace& place, std::string_view id) {
  places_.push_back(place);
  ids_ += id;
  id_ends_.push_back(ids_.size());
  return static_cast<std::uint32_t>(places_.size() - 1);
}

std::uint32_t GatheredRecords::Append(const GatheredRecords& other) {
  for (std::uint32_t i = 0; i < other.inputs_.size(); ++i) {
    const Input& input = other.inputs_[i];
    if (!input.file.empty()) NameInput(i, input.file, input.sheet);
  }
  const auto base = static_cast<std::uint32_t>(places_.size());
  places_.insert(places_.end(), other.places_.begin(), other.places_.end());
  const std::size_t ids = ids_.size();
  ids_ += other.ids_;
  for (const std::size_t end : other.id_ends_) id_ends_.push_back(ids + end);
  return base;
}

GroupMember GatheredRecords::Of(std::uint32_t record) const {
  const std::size_t begin = record == 0 ? 0 : id_ends_[record - 1];
  GroupMember member;
  member.id = std::string_view(ids_).substr(begin, id_ends_[record] - begin);
  member.place = places_[record];
  if (member.place.input < inputs_.size()) {
    member.file = inputs_[member.place.input].file;
    member.sheet = inputs_[member.place.input].sheet;
  }
  return member;
}

void FirstMembers::Add(std::uint32_t group, std::uint32_t record,
                       const GatheredRecords& records) {
  const auto is_before = [&](std::uint32_t a, std::uint32_t b) {
    return records.place(a) < records.place(b);
  };
  if (group >= firsts_.size()) firsts_.resize(group + std::size_t{1}, kNobody);
  std::uint32_t& first = firsts_[group];
  if (first == kNobody) {
    first = record;
    return;
  }
  if (is_before(record, first)) std::swap(record, first);
  const auto [second, is_new] = seconds_.try_emplace(group, record);
  if (!is_new && is_before(record, second->second)) second->second = record;
}

void FirstMembers::Merge(std::uint32_t group, const FirstMembers& other,
                         std::uint32_t from, std::uint32_t base,
                         const GatheredRecords& records) {
  Add(group, base + other.firsts_[from], records);
  const auto second = other.seconds_.find(from);
  if (second != other.seconds_.end()) {
    Add(group, base + second->second, records);
  }
}

std::optional<std::uint32_t> FirstMembers::NotAt(
    const RunPlace& place, std::uint32_t group,
    const GatheredRecords& records) const {
  if (records.place(firsts_[group]) != place) return firsts_[group];
  const auto second = seconds_.find(group);
  if (second == seconds_.end()) return std::nullopt;
  return second->second;
}

}  // namespace sigte

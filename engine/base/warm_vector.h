// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <initializer_list>
#include <utility>
#include <vector>

/// A vector that is filled again and again, and allocates nothing once it is
/// warm.
namespace sigte {

/// Elements that are dropped stay behind the end, with the room of their
/// strings, until Reuse gives them out again. A copy has the live ones only.
template <typename T>
class WarmVector {
 public:
  using value_type = T;
  using iterator = typename std::vector<T>::iterator;
  using const_iterator = typename std::vector<T>::const_iterator;

  WarmVector() = default;
  WarmVector(std::initializer_list<T> items)
      : items_(items), size_(items.size()) {}
  WarmVector(const WarmVector& other)
      : items_(other.begin(), other.end()), size_(other.size_) {}
  WarmVector(WarmVector&& other) noexcept
      : items_(std::move(other.items_)), size_(std::exchange(other.size_, 0)) {
    other.items_.clear();
  }
  WarmVector& operator=(const WarmVector& other) {
    if (this == &other) return *this;
    clear();
    for (const T& item : other) push_back(item);
    return *this;
  }
  WarmVector& operator=(WarmVector&& other) noexcept {
    std::swap(items_, other.items_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~WarmVector() = default;

  /// One more element, as it was left when it was last in use: the caller gives
  /// every part of it a value.
  T& Reuse() {
    if (size_ == items_.size()) items_.emplace_back();
    return items_[size_++];
  }
  T& emplace_back() { return Reuse() = T(); }
  void push_back(const T& item) { Reuse() = item; }
  void push_back(T&& item) { Reuse() = std::move(item); }
  void pop_back() { --size_; }
  void clear() { size_ = 0; }

  /// Drops those of which `dropped` is true; the rest keep their order.
  template <typename Predicate>
  void EraseIf(Predicate dropped) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      if (dropped(items_[i])) continue;
      if (kept != i) std::swap(items_[kept], items_[i]);
      ++kept;
    }
    size_ = kept;
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](std::size_t i) { return items_[i]; }
  const T& operator[](std::size_t i) const { return items_[i]; }
  T& front() { return items_.front(); }
  const T& front() const { return items_.front(); }
  T& back() { return items_[size_ - 1]; }
  const T& back() const { return items_[size_ - 1]; }
  iterator begin() { return items_.begin(); }
  iterator end() { return begin() + static_cast<std::ptrdiff_t>(size_); }
  const_iterator begin() const { return items_.begin(); }
  const_iterator end() const {
    return begin() + static_cast<std::ptrdiff_t>(size_);
  }

 private:
  std::vector<T> items_;
  std::size_t size_ = 0;
};

}  // namespace sigte

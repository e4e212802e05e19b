// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/issue.h"

/// The parts of an Open Packaging Conventions file (ECMA-376 part 2), read
/// through libzip with bounds on all that a file may claim. Nothing is ever
/// unpacked to disk, so that what a part is called leads nowhere.
namespace sigte {

inline constexpr std::uint64_t kMaxParts = 10'000;
inline constexpr std::uint64_t kMaxPartBytes = 256ULL << 20;   // 256 MiB
inline constexpr std::uint64_t kMaxPackageBytes = 1ULL << 30;  // 1 GiB

class ZipPackage;

/// A part's bytes, inflated as they are asked for.
class ZipPart {
 public:
  ~ZipPart();
  ZipPart(const ZipPart&) = delete;
  ZipPart& operator=(const ZipPart&) = delete;

  /// Up to `size` bytes into `data`; 0 at the end, negative with `fault()`.
  /// Checks the part's checksum at its end.
  std::ptrdiff_t Read(char* data, std::size_t size);
  const std::optional<Issue>& fault() const { return fault_; }

 private:
  friend class ZipPackage;
  struct Impl;
  ZipPart();
  std::unique_ptr<Impl> impl_;
  ZipPackage* package_ = nullptr;
  std::string name_;
  std::uint64_t read_ = 0;
  std::optional<Issue> fault_;
};

class ZipPackage {
 public:
  /// Null with `*fault` when `fd` (seekable, borrowed) is no package that can
  /// be read.
  static std::unique_ptr<ZipPackage> Open(int fd, std::optional<Issue>* fault);
  ~ZipPackage();
  ZipPackage(const ZipPackage&) = delete;
  ZipPackage& operator=(const ZipPackage&) = delete;

  /// Names count without letter case (ECMA-376 part 2, 6.2.2.3).
  bool Has(std::string_view name) const;
  /// Null with `*fault` where there is no such part or it is locked.
  std::unique_ptr<ZipPart> OpenPart(std::string_view name,
                                    std::optional<Issue>* fault);
  /// A whole part of at most `most` bytes.
  std::optional<std::string> ReadPart(std::string_view name, std::size_t most,
                                      std::optional<Issue>* fault);

 private:
  friend class ZipPart;
  struct Impl;
  ZipPackage();
  bool ListParts(std::optional<Issue>* fault);

  std::unique_ptr<Impl> impl_;
  std::map<std::string, std::uint64_t, std::less<>> parts_;  // small letters
  std::uint64_t read_ = 0;  // inflated so far, all parts
};

/// An error without a place in a text.
Issue PackageIssue(MessageKey key, std::vector<LocalText> args = {});

}  // namespace sigte

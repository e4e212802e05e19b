// SPDX-License-Identifier: MPL-2.0

// The only place that knows libzip.
#include "engine/read/zip_package.h"

#include <fcntl.h>
#include <unistd.h>
#include <zip.h>

#include <cstdio>
#include <utility>

#include "engine/base/numbers.h"

namespace sigte {
namespace {

std::string SmallLetters(std::string_view name) {
  std::string small(name);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '\\') c = '/';  // some writers for Windows
  }
  if (small.starts_with('/')) small.erase(0, 1);
  return small;
}

std::string Mebibytes(std::uint64_t bytes) {
  return std::to_string(bytes >> 20U) + " MiB";
}

}  // namespace

struct ZipPart::Impl {
  zip_file_t* file = nullptr;
};

struct ZipPackage::Impl {
  zip_t* zip = nullptr;
};

Issue PackageIssue(MessageKey key, std::vector<LocalText> args) {
  return {key, Severity::kError, std::move(args), nullptr, {}, {}, {}};
}

ZipPart::ZipPart() : impl_(std::make_unique<Impl>()) {}

ZipPart::~ZipPart() {
  if (impl_->file != nullptr) zip_fclose(impl_->file);
}

std::ptrdiff_t ZipPart::Read(char* data, std::size_t size) {
  if (fault_) return -1;
  const zip_int64_t got = zip_fread(impl_->file, data, size);
  if (got < 0) {
    fault_ = PackageIssue("D321.part-damaged", {name_});
    return -1;
  }
  read_ += static_cast<std::uint64_t>(got);
  package_->read_ += static_cast<std::uint64_t>(got);
  if (read_ > kMaxPartBytes) {
    fault_ =
        PackageIssue("D322.part-too-large", {name_, Mebibytes(kMaxPartBytes)});
  } else if (package_->read_ > kMaxPackageBytes) {
    fault_ =
        PackageIssue("D323.package-too-large", {Mebibytes(kMaxPackageBytes)});
  }
  return fault_ ? -1 : static_cast<std::ptrdiff_t>(got);
}

ZipPackage::ZipPackage() : impl_(std::make_unique<Impl>()) {}

ZipPackage::~ZipPackage() {
  if (impl_->zip != nullptr) zip_discard(impl_->zip);
}

std::unique_ptr<ZipPackage> ZipPackage::Open(int fd,
                                             std::optional<Issue>* fault) {
  const int own = fcntl(fd, F_DUPFD_CLOEXEC, 0);
  std::FILE* file = own < 0 ? nullptr : fdopen(own, "rb");
  if (file == nullptr) {
    if (own >= 0) close(own);
    *fault = PackageIssue("D320.package-damaged");
    return nullptr;
  }
  zip_error_t error;
  zip_error_init(&error);
  std::unique_ptr<ZipPackage> package(new ZipPackage);
  zip_source_t* source = zip_source_filep_create(file, 0, -1, &error);
  if (source == nullptr) {
    std::fclose(file);
  } else {
    package->impl_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (package->impl_->zip == nullptr) zip_source_free(source);
  }
  zip_error_fini(&error);
  if (package->impl_->zip == nullptr) {
    *fault = PackageIssue("D320.package-damaged");
    return nullptr;
  }
  if (!package->ListParts(fault)) return nullptr;
  return package;
}

// Two parts of one name would make the same file say two things.
bool ZipPackage::ListParts(std::optional<Issue>* fault) {
  const zip_int64_t count = zip_get_num_entries(impl_->zip, 0);
  if (count < 0 || static_cast<std::uint64_t>(count) > kMaxParts) {
    *fault = PackageIssue("D324.too-many-parts", {CountText(kMaxParts)});
    return false;
  }
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* name = zip_get_name(impl_->zip, index, ZIP_FL_ENC_GUESS);
    if (name == nullptr) continue;
    if (parts_.emplace(SmallLetters(name), index).second) continue;
    *fault = PackageIssue("D325.part-given-twice", {name});
    return false;
  }
  return true;
}

bool ZipPackage::Has(std::string_view name) const {
  return parts_.contains(SmallLetters(name));
}

std::unique_ptr<ZipPart> ZipPackage::OpenPart(std::string_view name,
                                              std::optional<Issue>* fault) {
  const auto found = parts_.find(SmallLetters(name));
  if (found == parts_.end()) {
    *fault = PackageIssue("D326.part-missing", {name});
    return nullptr;
  }
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(impl_->zip, found->second, 0, &stat) == 0 &&
      (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
      stat.encryption_method != ZIP_EM_NONE) {
    *fault = PackageIssue("D331.locked-workbook");
    return nullptr;
  }
  std::unique_ptr<ZipPart> part(new ZipPart);
  part->name_ = name;
  part->package_ = this;
  part->impl_->file = zip_fopen_index(impl_->zip, found->second, 0);
  if (part->impl_->file != nullptr) return part;
  *fault = PackageIssue("D321.part-damaged", {name});
  return nullptr;
}

std::optional<std::string> ZipPackage::ReadPart(std::string_view name,
                                                std::size_t most,
                                                std::optional<Issue>* fault) {
  const auto part = OpenPart(name, fault);
  if (part == nullptr) return std::nullopt;
  std::string text;
  constexpr std::size_t kStep = 16UL * 1024;
  while (true) {
    const std::size_t before = text.size();
    text.resize(before + kStep);
    const std::ptrdiff_t got = part->Read(text.data() + before, kStep);
    text.resize(before + static_cast<std::size_t>(got < 0 ? 0 : got));
    if (got < 0) {
      *fault = part->fault();
      return std::nullopt;
    }
    if (got == 0) return text;
    if (text.size() > most) {
      *fault = PackageIssue("D322.part-too-large", {name, Mebibytes(most)});
      return std::nullopt;
    }
  }
}

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

// Texts beyond a few megabytes go to disk; those asked for come back in blocks.
#include "engine/read/string_store.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "engine/base/system_words.h"
#include "engine/base/temp_file.h"

namespace sigte {
namespace {

constexpr std::size_t kInMemory = 2UL * 1024 * 1024;
constexpr std::size_t kWriteAtOnce = 64UL * 1024;
constexpr std::size_t kBlock = 16UL * 1024;
constexpr std::size_t kBlocks = 64;

}  // namespace

SpilledBytes::~SpilledBytes() {
  if (fd_ >= 0) close(fd_);
}

bool SpilledBytes::Failed() {
  error_ = SystemWords(errno);
  return false;
}

bool SpilledBytes::Append(std::string_view bytes) {
  tail_ += bytes;
  size_ += bytes.size();
  const std::size_t most = fd_ < 0 ? kInMemory : kWriteAtOnce;
  return tail_.size() <= most || Flush();
}

bool SpilledBytes::Flush() {
  if (fd_ < 0) {
    fd_ = OpenTempFile(&error_);
    if (fd_ < 0) return false;
    blocks_.resize(kBlocks);
  }
  std::string_view rest = tail_;
  while (!rest.empty()) {
    const ssize_t put =
        pwrite(fd_, rest.data(), rest.size(), static_cast<off_t>(written_));
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return Failed();
    rest.remove_prefix(static_cast<std::size_t>(put));
    written_ += static_cast<std::uint64_t>(put);
  }
  tail_.clear();
  tail_.shrink_to_fit();
  return true;
}

// A block of the file that is whole, or all of it that there is.
const std::string* SpilledBytes::BlockAt(std::uint64_t number) {
  Block& block = blocks_[number % kBlocks];
  const std::uint64_t begin = number * kBlock;
  const std::size_t size = static_cast<std::size_t>(
      std::min<std::uint64_t>(kBlock, written_ - begin));
  if (block.number == number && block.bytes.size() == size) {
    return &block.bytes;
  }
  block.number = number;
  block.bytes.resize(size);
  std::size_t got = 0;
  while (got < size) {
    const ssize_t n = pread(fd_, block.bytes.data() + got, size - got,
                            static_cast<off_t>(begin + got));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      block.number = ~std::uint64_t{0};
      Failed();
      return nullptr;
    }
    got += static_cast<std::size_t>(n);
  }
  return &block.bytes;
}

bool SpilledBytes::Read(std::uint64_t offset, std::size_t size,
                        std::string* out) {
  out->clear();
  while (out->size() < size && offset < written_) {
    const std::string* block = BlockAt(offset / kBlock);
    if (block == nullptr) return false;
    const std::size_t within = static_cast<std::size_t>(offset % kBlock);
    const std::size_t count =
        std::min(size - out->size(), block->size() - within);
    out->append(*block, within, count);
    offset += count;
  }
  if (out->size() < size) {
    out->append(tail_, static_cast<std::size_t>(offset - written_),
                size - out->size());
  }
  return true;
}

bool StringStore::Append(std::string_view text) {
  if (!bytes_.Append(text)) return false;
  const std::uint64_t end = bytes_.size();
  char raw[sizeof end];
  std::memcpy(raw, &end, sizeof end);
  return ends_.Append({raw, sizeof raw});
}

bool StringStore::EndOf(std::uint64_t index, std::uint64_t* end) {
  if (!ends_.Read(index * sizeof *end, sizeof *end, &room_)) return false;
  std::memcpy(end, room_.data(), sizeof *end);
  return true;
}

bool StringStore::Get(std::uint64_t index, std::string* out) {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  if (index > 0 && !EndOf(index - 1, &begin)) return false;
  return EndOf(index, &end) &&
         bytes_.Read(begin, static_cast<std::size_t>(end - begin), out);
}

}  // namespace sigte

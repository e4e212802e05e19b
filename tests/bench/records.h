// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

/// Made-up records as municipalities might write them: about as long as real
/// ones, with the same kinds of words, blanks and citations.
namespace sigte {

class RecordMaker {
 public:
  explicit RecordMaker(std::uint64_t seed) : random_(seed) {}

  /// Record number `number` as one line of NDJSON with its line break. The same
  /// seed and order give the same bytes on every machine.
  void Append(std::int64_t number, std::string* out);

 private:
  std::size_t Below(std::size_t limit) {
    return static_cast<std::size_t>(random_() % limit);
  }
  const char* Pick(const std::vector<const char*>& texts) {
    return texts[Below(texts.size())];
  }
  std::string Sentences(const std::vector<const char*>& texts,
                        std::size_t least, std::size_t most);
  void AppendTexts(std::string* out);

  std::mt19937_64 random_;
};

}  // namespace sigte

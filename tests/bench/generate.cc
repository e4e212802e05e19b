// SPDX-License-Identifier: MPL-2.0

// Writes made-up records as NDJSON:  bench_generate COUNT [SEED] >
// records.ndjson

#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/bench/records.h"

int main(int argc, char** argv) {
  const long long count = argc > 1 ? std::atoll(argv[1]) : 0;
  if (count <= 0) {
    std::fputs("usage: bench_generate COUNT [SEED]\n", stderr);
    return 2;
  }
  sigte::RecordMaker maker(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
  std::string out;
  for (long long i = 1; i <= count; ++i) {
    maker.Append(i, &out);
    if (out.size() < 1U << 20 && i < count) continue;
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) return 2;
    out.clear();
  }
  return std::fflush(stdout) == 0 ? 0 : 2;
}

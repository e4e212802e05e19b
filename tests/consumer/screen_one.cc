// SPDX-License-Identifier: MPL-2.0

// Loads a ruleset, screens one record, prints the verdict and the decision:
//     screen_one RULESET RECORD
// An empty RULESET is the one that was installed.

#include <sigte/sigte.h>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto loaded = sigte::api::Ruleset::Load(argv[1]);
  if (!loaded.ruleset) {
    std::cerr << loaded.faults;
    return 2;
  }
  sigte::api::Screener screener(*loaded.ruleset);
  const sigte::api::Decision decision = screener.Screen(argv[2]);
  std::cout << sigte::api::NameOf(decision.verdict) << '\n'
            << decision.json << '\n';
}

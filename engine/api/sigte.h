// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The library's interface: the one header that is installed, as
/// <sigte/sigte.h>. Needs nothing but the standard library. Everything else in
/// libsigte is its own affair and may change from one version to the next.
///
///     const auto rules = sigte::api::Ruleset::Load("");
///     if (!rules.ruleset) return fail(rules.faults);
///     sigte::api::Screener screener(*rules.ruleset);
///     const sigte::api::Decision decision = screener.Screen(R"({…})");
///     if (decision.verdict == sigte::api::Verdict::kInclude) …
///
/// No function throws anything of its own; std::bad_alloc passes through.
namespace sigte::api {

enum class Language { kDanish, kEnglish };

/// What is decided of a record.
enum class Verdict {
  kInclude,     ///< it is in scope
  kExclude,     ///< it is not
  kBorderline,  ///< the facts do not decide; the decision's questions would
  kInvalid,     ///< it breaks the schema or a rejecting check
};

/// "include", "exclude", "borderline", "invalid", as decisions have it.
std::string_view NameOf(Verdict verdict);

struct Decision {
  Verdict verdict = Verdict::kInvalid;
  /// The whole decision by schemas/decision.schema.json: one line of JSON in
  /// UTF-8, without a line break at its end.
  std::string json;
};

struct LoadResult;

/// Rules with their schema, compiled. Immutable: threads may share it. A copy
/// is the same ruleset and costs a reference.
class Ruleset {
 public:
  /// Reads the ruleset in `folder`, a path in the system's own spelling. Where
  /// that is empty: the one that SIGTE_RULES names, else the one that was
  /// installed with the library. That one is found from where the shared
  /// library lies; a program that holds the static library has to name a
  /// folder, unless it lies in the same prefix. `language` is that of the
  /// faults alone; decisions hold both languages.
  static LoadResult Load(const std::string& folder,
                         Language language = Language::kDanish);

  const std::string& id() const;       ///< "kortlaegning-2022"
  const std::string& version() const;  ///< "1.0.0"
  /// SHA-256 over its files and schema, in hexadecimal; every decision names
  /// it.
  const std::string& digest() const;
  /// The folder that was read.
  const std::string& folder() const;

 private:
  friend class Screener;
  struct Loaded;
  explicit Ruleset(std::shared_ptr<const Loaded> loaded);

  std::shared_ptr<const Loaded> loaded_;
};

struct LoadResult {
  std::optional<Ruleset> ruleset;  ///< nullopt: it cannot be used
  /// What is wrong with it, as `sigte rules check` says it, with file, line and
  /// caret. A ruleset that can be used may have warnings.
  std::string faults;
};

/// Decides records of one ruleset, which it keeps alive. Reuses its memory:
/// make one a thread and keep it. It may be moved, but not used by two threads
/// at the same time.
class Screener {
 public:
  explicit Screener(const Ruleset& ruleset);
  ~Screener();
  Screener(Screener&&) noexcept;
  Screener& operator=(Screener&&) noexcept;

  /// Decides one record: a JSON object in UTF-8 (a byte order mark before it is
  /// passed over) of at most 16 MiB, in the form of `sigte schema submission`,
  /// `#/$defs/line`. Whatever is wrong with it is said in the decision, which
  /// is then kInvalid. `name` stands for the file in places and messages.
  /// Checks that compare records see this one alone.
  Decision Screen(std::string_view record, std::string_view name = "record");

  /// The same for records that belong together: one decision each, in their
  /// order. Checks that compare records (duplicates) see all of them, and
  /// none from an earlier call.
  std::vector<Decision> ScreenAll(const std::vector<std::string_view>& records,
                                  std::string_view name = "record");

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The library's version: "0.1.0".
std::string_view LibraryVersion();

}  // namespace sigte::api

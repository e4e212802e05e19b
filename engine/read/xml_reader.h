// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/issue.h"
#include "engine/read/zip_package.h"

namespace sigte {

inline constexpr int kMaxXmlDepth = 64;

/// An element's attributes; names are local ones.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// Of an attribute without a namespace; nullopt where there is none.
  std::optional<std::string_view> Get(std::string_view name) const;
  /// Of an attribute with one, whichever: r:id, xml:space.
  std::optional<std::string_view> GetPrefixed(std::string_view name) const;
  /// "1" and "true"
  bool IsTrue(std::string_view name) const;

 private:
  const char** pairs_;
};

/// Told of what an XML text holds. `is_main`: the element is of one of the two
/// main SpreadsheetML namespaces, of a package's relationships, or of none.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void StartElement(std::string_view name, bool is_main,
                            const XmlAttributes& attributes) = 0;
  virtual void EndElement(std::string_view /*name*/, bool /*is_main*/) {}
  virtual void Characters(std::string_view /*text*/) {}
};

/// Reads one XML part, piece by piece (expat). Refuses document type
/// definitions, so that there are no entities of a file's own, depth beyond
/// kMaxXmlDepth, and single tags of megabytes. Nothing outside is looked up.
class XmlReader {
 public:
  /// Borrows all; `name` is the part's, for messages.
  XmlReader(ZipPart* part, std::string name, XmlHandler* handler);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  /// Reads the next piece. False at the end and after a fault.
  bool Step();
  /// Reads all that is left; false with `fault()`.
  bool ReadAll();
  /// From a handler: reads no further; `issue` is the fault, if there is one.
  void Stop(std::optional<Issue> issue);

  const std::optional<Issue>& fault() const { return fault_; }

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  ZipPart* part_;
  std::string name_;
  XmlHandler* handler_;
  int depth_ = 0;
  std::size_t events_ = 0;
  std::size_t silent_ = 0;  // bytes since the last event
  bool done_ = false;
  std::optional<Issue> fault_;
  std::vector<char> buffer_;
};

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// Files for the tests of reading: packages of parts, whole workbooks, texts.
namespace sigte {

/// An open file with these bytes in it.
class BytesFile {
 public:
  explicit BytesFile(const std::string& bytes);
  BytesFile(const BytesFile&) = delete;
  BytesFile& operator=(const BytesFile&) = delete;
  ~BytesFile() { std::fclose(file_); }
  int fd() const { return fileno(file_); }

 private:
  std::FILE* file_;
};

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A zip file with these parts, in order.
std::string ZipOf(const Parts& parts);

/// The same with one part more: `before`, `count` blanks and `behind`, never
/// held whole.
std::string ZipWithBlanks(const Parts& parts, const std::string& name,
                          const std::string& before, std::size_t count,
                          const std::string& behind);

/// The parts of the zip file with these bytes, in order; none where it is none.
Parts PartsOf(const std::string& bytes);

/// The bytes of the zip file with part `name` locked by a password.
std::string LockedZipOf(const Parts& parts, const std::string& name);

/// The parts of an ordinary workbook with one sheet "Svar", whose sheetData is
/// `rows`. Change what a test is about, then zip.
class WorkbookParts {
 public:
  explicit WorkbookParts(const std::string& rows);

  /// Replaces part `name`, or adds it.
  WorkbookParts& Set(const std::string& name, const std::string& text);
  WorkbookParts& Remove(const std::string& name);
  /// The shared strings: the inside of each si.
  WorkbookParts& Strings(const std::vector<std::string>& inner);
  /// styles.xml with these custom codes (ids from 164) and the format ids of
  /// the cell styles.
  WorkbookParts& Styles(const std::vector<std::string>& codes,
                        const std::vector<int>& format_ids);
  std::string Zip() const;
  Parts parts() const;

 private:
  std::vector<std::pair<std::string, std::string>> parts_;
};

/// A worksheet part around `inside`.
std::string SheetXml(const std::string& inside);

inline constexpr const char* kMainSpace =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
inline constexpr const char* kRelationSpace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline constexpr const char* kPackageSpace =
    "http://schemas.openxmlformats.org/package/2006/relationships";

}  // namespace sigte

// SPDX-License-Identifier: MPL-2.0

// From a package to its sheets: relationships, workbook part, styles, strings.
#include "engine/read/workbook.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "engine/read/shared_text.h"
#include "engine/read/sheet_reader.h"
#include "engine/read/xml_reader.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxSheets = 1'000;
constexpr std::size_t kMaxStyles = 100'000;

std::uint32_t NumberIn(std::optional<std::string_view> text) {
  std::uint32_t value = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), value);
  return value;
}

// A relationship's target as a part's name: from the root, or from the folder
// of the part that refers to it. What climbs out of the package names nothing.
std::string PartName(std::string_view from, std::string_view target) {
  std::string path(target);
  std::ranges::replace(path, '\\', '/');
  if (!path.starts_with('/')) {
    const std::size_t folder = from.rfind('/');
    if (folder != std::string_view::npos) {
      path = std::string(from.substr(0, folder + 1)) + path;
    }
  }
  std::vector<std::string> steps;
  std::size_t at = 0;
  while (at <= path.size()) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string step = path.substr(at, end - at);
    at = end + 1;
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!step.empty() && step != "." && step != "..") steps.push_back(step);
  }
  std::string name;
  for (const std::string& step : steps)
    name += (name.empty() ? "" : "/") + step;
  return name;
}

std::string RelationshipsOf(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t file = slash == std::string::npos ? 0 : slash + 1;
  return part.substr(0, file) + "_rels/" + part.substr(file) + ".rels";
}

struct Relationship {
  std::string id, type, part;
};

class RelationshipReader : public XmlHandler {
 public:
  explicit RelationshipReader(std::string from) : from_(std::move(from)) {}

  void StartElement(std::string_view name, bool is_main,
                    const XmlAttributes& attributes) override {
    if (name != "Relationship" || !is_main) return;
    if (attributes.Get("TargetMode") == "External") return;
    const std::string_view type = attributes.Get("Type").value_or("");
    found.push_back({std::string(attributes.Get("Id").value_or("")),
                     std::string(type.substr(type.rfind('/') + 1)),
                     PartName(from_, attributes.Get("Target").value_or(""))});
  }

  std::vector<Relationship> found;

 private:
  std::string from_;
};

class WorkbookReader : public XmlHandler {
 public:
  struct Sheet {
    std::string name, relationship;
    bool hidden;
  };

  void StartElement(std::string_view name, bool is_main,
                    const XmlAttributes& attributes) override {
    if (!is_main) return;
    if (name == "workbookPr") from_1904 = attributes.IsTrue("date1904");
    if (name != "sheet" || sheets.size() >= kMaxSheets) return;
    const auto state = attributes.Get("state").value_or("visible");
    sheets.push_back({std::string(attributes.Get("name").value_or("")),
                      std::string(attributes.GetPrefixed("id").value_or("")),
                      state != "visible"});
  }

  std::vector<Sheet> sheets;
  bool from_1904 = false;
};

class StyleReader : public XmlHandler {
 public:
  explicit StyleReader(CellFormats* formats) : formats_(formats) {}

  // Formats stand before the styles that name them.
  void StartElement(std::string_view name, bool is_main,
                    const XmlAttributes& attributes) override {
    if (!is_main) return;
    if (name == "numFmts") in_formats_ = true;
    if (name == "cellXfs") in_styles_ = true;
    if (name == "numFmt" && in_formats_ && ++formats_read_ <= kMaxStyles) {
      formats_->AddCode(NumberIn(attributes.Get("numFmtId")),
                        attributes.Get("formatCode").value_or(""));
    }
    if (name == "xf" && in_styles_ && ++styles_read_ <= kMaxStyles) {
      formats_->AddStyle(NumberIn(attributes.Get("numFmtId")));
    }
  }

  void EndElement(std::string_view name, bool is_main) override {
    if (is_main && name == "numFmts") in_formats_ = false;
    if (is_main && name == "cellXfs") in_styles_ = false;
  }

 private:
  CellFormats* formats_;
  bool in_formats_ = false;
  bool in_styles_ = false;
  std::size_t formats_read_ = 0;
  std::size_t styles_read_ = 0;
};

class StringReader : public XmlHandler {
 public:
  explicit StringReader(StringStore* strings) : strings_(strings) {}
  void set_reader(XmlReader* reader) { reader_ = reader; }

  void StartElement(std::string_view name, bool is_main,
                    const XmlAttributes& attributes) override {
    if (!is_main) return;
    if (name == "si") text_.Clear();
    text_.Start(name, attributes);
  }
  void EndElement(std::string_view name, bool is_main) override {
    if (!is_main) return;
    text_.End(name);
    if (name != "si") return;
    if (!strings_->Append(WithoutEscapes(text_.text()))) {
      reader_->Stop(PackageIssue("D330.no-room", {strings_->error()}));
    }
  }
  void Characters(std::string_view text) override {
    text_.Add(text);
    if (text_.text().size() <= kMaxCellBytes) return;
    reader_->Stop(
        PackageIssue("D311.cell-too-long", {std::string(kMaxCellWords)}));
  }

 private:
  StringStore* strings_;
  XmlReader* reader_ = nullptr;
  RichText text_;
};

bool ReadXml(ZipPackage* package, const std::string& name, XmlHandler* handler,
             std::optional<Issue>* fault) {
  const auto part = package->OpenPart(name, fault);
  if (part == nullptr) return false;
  XmlReader reader(part.get(), name, handler);
  if (reader.ReadAll()) return true;
  *fault = reader.fault();
  return false;
}

bool ReadRelationships(ZipPackage* package, const std::string& of,
                       std::vector<Relationship>* found,
                       std::optional<Issue>* fault) {
  RelationshipReader reader(of);
  if (!ReadXml(package, RelationshipsOf(of), &reader, fault)) return false;
  *found = std::move(reader.found);
  return true;
}

const Relationship* OfType(const std::vector<Relationship>& all,
                           std::string_view type) {
  const auto found = std::ranges::find(all, type, &Relationship::type);
  return found == all.end() ? nullptr : &*found;
}

// What a package that is no workbook is, by what it holds.
Issue NoWorkbook(ZipPackage* package) {
  std::optional<Issue> ignored;
  constexpr std::size_t kMost = 256;
  const auto type = package->Has("mimetype")
                        ? package->ReadPart("mimetype", kMost, &ignored)
                        : std::nullopt;
  if (type && type->find("opendocument.spreadsheet") != std::string::npos) {
    return PackageIssue("D333.ods-workbook");
  }
  return PackageIssue("D334.no-workbook");
}

}  // namespace

FileSignature SignatureOf(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
    return FileSignature::kZip;
  }
  constexpr std::string_view kCompound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  if (bytes.starts_with(kCompound)) return FileSignature::kCompoundFile;
  return PackerOf(bytes).empty() ? FileSignature::kOther
                                 : FileSignature::kPacked;
}

std::string_view PackerOf(std::string_view bytes) {
  struct Packer {
    std::string_view begins, name;
  };
  constexpr Packer kPackers[] = {{"\x1F\x8B", "gzip"},
                                 {{"\xFD\x37zXZ\0", 6}, "xz"},
                                 {"\x28\xB5\x2F\xFD", "zstd"},
                                 {"7z\xBC\xAF\x27\x1C", "7z"},
                                 {"Rar!\x1A\x07", "rar"}};
  for (const auto& [begins, name] : kPackers) {
    if (bytes.starts_with(begins)) return name;
  }
  // Behind a digit; a text may begin with these letters, too.
  const bool is_bzip2 = bytes.size() > 4 && bytes.starts_with("BZh") &&
                        bytes.substr(4).starts_with("1AY&");
  return is_bzip2 ? "bzip2" : std::string_view();
}

std::unique_ptr<WorkbookFile> WorkbookFile::Open(int fd,
                                                 std::optional<Issue>* fault) {
  std::unique_ptr<WorkbookFile> workbook(new WorkbookFile);
  workbook->package_ = ZipPackage::Open(fd, fault);
  if (workbook->package_ == nullptr) return nullptr;
  return workbook->ReadParts(fault) ? std::move(workbook) : nullptr;
}

bool WorkbookFile::ReadParts(std::optional<Issue>* fault) {
  std::vector<Relationship> parts;
  if (!package_->Has("_rels/.rels")) {
    *fault = NoWorkbook(package_.get());
    return false;
  }
  if (!ReadRelationships(package_.get(), "", &parts, fault)) return false;
  const Relationship* main = OfType(parts, "officeDocument");
  if (main == nullptr) {
    *fault = NoWorkbook(package_.get());
    return false;
  }
  const std::string name = main->part;
  if (name.ends_with(".bin")) {
    *fault = PackageIssue("D332.binary-workbook");
    return false;
  }
  WorkbookReader workbook;
  if (!ReadXml(package_.get(), name, &workbook, fault)) return false;
  if (workbook.sheets.empty()) {
    *fault = PackageIssue("D334.no-workbook");
    return false;
  }
  if (!ReadRelationships(package_.get(), name, &parts, fault)) return false;
  counts_from_1904_ = workbook.from_1904;
  has_macros_ = OfType(parts, "vbaProject") != nullptr;
  for (WorkbookReader::Sheet& sheet : workbook.sheets) {
    const auto own =
        std::ranges::find(parts, sheet.relationship, &Relationship::id);
    if (own == parts.end() || own->type != "worksheet") continue;
    sheets_.push_back({std::move(sheet.name), own->part, sheet.hidden});
  }
  if (const auto* strings = OfType(parts, "sharedStrings")) {
    strings_part_ = strings->part;
  }
  const Relationship* styles = OfType(parts, "styles");
  return styles == nullptr || ReadStyles(styles->part, fault);
}

bool WorkbookFile::ReadStyles(const std::string& part,
                              std::optional<Issue>* fault) {
  StyleReader styles(&formats_);
  return ReadXml(package_.get(), part, &styles, fault);
}

bool WorkbookFile::ReadStrings(std::optional<Issue>* fault) {
  const std::string name = std::exchange(strings_part_, {});
  if (name.empty()) return true;
  const auto part = package_->OpenPart(name, fault);
  if (part == nullptr) return false;
  StringReader strings(&strings_);
  XmlReader reader(part.get(), name, &strings);
  strings.set_reader(&reader);
  if (reader.ReadAll()) return true;
  *fault = reader.fault();
  return false;
}

std::unique_ptr<SheetSource> WorkbookFile::OpenSheet(
    std::size_t index, std::optional<Issue>* fault) {
  if (!ReadStrings(fault)) return nullptr;
  auto part = package_->OpenPart(sheets_[index].part, fault);
  if (part == nullptr) return nullptr;
  return std::make_unique<SheetReader>(std::move(part), sheets_[index].part,
                                       formats_, counts_from_1904_, &strings_);
}

}  // namespace sigte

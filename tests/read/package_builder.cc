// SPDX-License-Identifier: MPL-2.0

#include "tests/read/package_builder.h"

#include <zip.h>

#include <algorithm>
#include <cstdlib>

namespace sigte {
namespace {

/// A text with many blanks in it, as libzip reads it.
struct Blanks {
  std::string before;
  std::size_t count;
  std::string behind;
  std::size_t at = 0;

  std::size_t size() const { return before.size() + count + behind.size(); }
  char Next() {
    const std::size_t i = at++;
    if (i < before.size()) return before[i];
    return i < before.size() + count ? ' ' : behind[i - before.size() - count];
  }
};

zip_int64_t ReadBlanks(void* state, void* data, zip_uint64_t size,
                       zip_source_cmd_t command) {
  auto& blanks = *static_cast<Blanks*>(state);
  switch (command) {
    case ZIP_SOURCE_OPEN: blanks.at = 0; return 0;
    case ZIP_SOURCE_READ: {
      zip_uint64_t put = 0;
      for (; put < size && blanks.at < blanks.size(); ++put) {
        static_cast<char*>(data)[put] = blanks.Next();
      }
      return static_cast<zip_int64_t>(put);
    }
    case ZIP_SOURCE_STAT: {
      auto* stat = static_cast<zip_stat_t*>(data);
      zip_stat_init(stat);
      stat->size = blanks.size();
      stat->valid = ZIP_STAT_SIZE;
      return static_cast<zip_int64_t>(sizeof *stat);
    }
    case ZIP_SOURCE_ERROR: return 0;
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE: return 0;
    case ZIP_SOURCE_SUPPORTS: return ZIP_SOURCE_SUPPORTS_READABLE;
    default: return -1;
  }
}

std::string Zipped(const Parts& parts, const std::string& locked,
                   Blanks* blanks, const std::string& blanks_name) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* out = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(out);
  zip_t* zip = zip_open_from_source(out, ZIP_TRUNCATE, &error);
  for (const auto& [name, text] : parts) {
    zip_source_t* part = zip_source_buffer(zip, text.data(), text.size(), 0);
    const zip_int64_t index = zip_file_add(zip, name.c_str(), part, 0);
    if (name == locked) {
      zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index),
                              ZIP_EM_AES_256, "secret");
    }
  }
  if (blanks != nullptr) {
    zip_file_add(zip, blanks_name.c_str(),
                 zip_source_function(zip, ReadBlanks, blanks), 0);
  }
  if (zip_close(zip) != 0) std::abort();
  zip_source_open(out);
  zip_source_seek(out, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(out)), '\0');
  zip_source_seek(out, 0, SEEK_SET);
  zip_source_read(out, bytes.data(), bytes.size());
  zip_source_close(out);
  zip_source_free(out);
  return bytes;
}

}  // namespace

BytesFile::BytesFile(const std::string& bytes) : file_(std::tmpfile()) {
  std::fwrite(bytes.data(), 1, bytes.size(), file_);
  std::fflush(file_);
  std::rewind(file_);
}

std::string ZipOf(const Parts& parts) { return Zipped(parts, "", nullptr, ""); }

std::string ZipWithBlanks(const Parts& parts, const std::string& name,
                          const std::string& before, std::size_t count,
                          const std::string& behind) {
  Blanks blanks{before, count, behind};
  return Zipped(parts, "", &blanks, name);
}

Parts PartsOf(const std::string& bytes) {
  Parts parts;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* from =
      zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = zip_open_from_source(from, ZIP_RDONLY, &error);
  if (zip == nullptr) {
    zip_source_free(from);
    return parts;
  }
  const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(zip, 0));
  for (zip_uint64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    zip_stat_index(zip, i, 0, &stat);
    std::string text(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(zip, i, 0);
    zip_fread(file, text.data(), text.size());
    zip_fclose(file);
    parts.emplace_back(stat.name, std::move(text));
  }
  zip_close(zip);
  return parts;
}

std::string LockedZipOf(const Parts& parts, const std::string& name) {
  return Zipped(parts, name, nullptr, "");
}

std::string SheetXml(const std::string& inside) {
  return std::string("<worksheet xmlns=\"") + kMainSpace + "\">" + inside +
         "</worksheet>";
}

WorkbookParts::WorkbookParts(const std::string& rows) {
  const std::string relations =
      std::string("<Relationships xmlns=\"") + kPackageSpace + "\">";
  const std::string type = std::string("Type=\"") + kRelationSpace;
  Set("_rels/.rels", relations + "<Relationship Id=\"rId1\" " + type +
                         "/officeDocument\" Target=\"xl/workbook.xml\"/>"
                         "</Relationships>");
  Set("xl/workbook.xml",
      std::string("<workbook xmlns=\"") + kMainSpace + "\" xmlns:r=\"" +
          kRelationSpace +
          "\"><sheets><sheet name=\"Svar\" sheetId=\"1\" r:id=\"rId1\"/>"
          "</sheets></workbook>");
  Set("xl/_rels/workbook.xml.rels",
      relations + "<Relationship Id=\"rId1\" " + type +
          "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
          "<Relationship Id=\"rId2\" " +
          type +
          "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
          "<Relationship Id=\"rId3\" " +
          type + "/styles\" Target=\"styles.xml\"/></Relationships>");
  Set("xl/worksheets/sheet1.xml",
      SheetXml("<sheetData>" + rows + "</sheetData>"));
  Strings({});
  Styles({}, {0});
}

WorkbookParts& WorkbookParts::Set(const std::string& name,
                                  const std::string& text) {
  for (auto& [known, old] : parts_) {
    if (known != name) continue;
    old = text;
    return *this;
  }
  parts_.emplace_back(name, text);
  return *this;
}

WorkbookParts& WorkbookParts::Remove(const std::string& name) {
  std::erase_if(parts_, [&](const auto& part) { return part.first == name; });
  return *this;
}

WorkbookParts& WorkbookParts::Strings(const std::vector<std::string>& inner) {
  std::string text = std::string("<sst xmlns=\"") + kMainSpace + "\">";
  for (const std::string& one : inner) text += "<si>" + one + "</si>";
  return Set("xl/sharedStrings.xml", text + "</sst>");
}

WorkbookParts& WorkbookParts::Styles(const std::vector<std::string>& codes,
                                     const std::vector<int>& format_ids) {
  std::string text =
      std::string("<styleSheet xmlns=\"") + kMainSpace + "\"><numFmts>";
  for (std::size_t i = 0; i < codes.size(); ++i) {
    text += "<numFmt numFmtId=\"" + std::to_string(164 + i) +
            "\" formatCode=\"" + codes[i] + "\"/>";
  }
  text +=
      "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      "<cellXfs>";
  for (const int id : format_ids) {
    text += "<xf numFmtId=\"" + std::to_string(id) + "\"/>";
  }
  return Set("xl/styles.xml", text + "</cellXfs></styleSheet>");
}

Parts WorkbookParts::parts() const { return parts_; }

std::string WorkbookParts::Zip() const { return ZipOf(parts_); }

}  // namespace sigte

#include "library/xml_writer.h"

namespace abscope {

std::string xmlText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

void XmlWriter::start(std::string_view element, Attributes attributes, std::string_view end) {
  out_.append(open_.size(), ' ');
  out_ += "<" + std::string(element);
  for (const auto& [name, value] : attributes) {
    if (!value.empty()) out_ += " " + std::string(name) + "=\"" + xmlText(value) + "\"";
  }
  out_ += end;
}

void XmlWriter::open(std::string_view element, Attributes attributes) {
  start(element, attributes, ">\n");
  open_.emplace_back(element);
}

void XmlWriter::close() {
  const std::string element = open_.back();
  open_.pop_back();
  out_.append(open_.size(), ' ');
  out_ += "</" + element + ">\n";
}

void XmlWriter::empty(std::string_view element, Attributes attributes) {
  start(element, attributes, "/>\n");
}

void XmlWriter::line(std::string_view markup) {
  out_.append(open_.size(), ' ');
  out_ += std::string(markup) + "\n";
}

}  // namespace abscope

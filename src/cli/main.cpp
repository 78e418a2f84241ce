// The program: files in, files out. Everything else is runCommandLine.
#include <cstdio>
#include <vector>

#include "cli/command_line.h"

namespace {

std::optional<std::string> readStream(std::FILE* file) {
  std::string content;
  char buffer[65536];
  for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
    content.append(buffer, n);
  }
  if (std::ferror(file) != 0) return std::nullopt;
  return content;
}

std::optional<std::string> readFile(const std::string& path) {
  if (path == "-") return readStream(stdin);
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return std::nullopt;
  std::optional<std::string> content = readStream(file);
  std::fclose(file);
  return content;
}

bool writeStream(std::FILE* file, const std::string& content) {
  return std::fwrite(content.data(), 1, content.size(), file) == content.size() &&
         std::fflush(file) == 0;
}

bool writeFile(const std::string& path, const std::string& content) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = writeStream(file, content);
  return std::fclose(file) == 0 && written;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> arguments(argv + 1, argv + argc);
  const abscope::Outcome outcome = abscope::runCommandLine(arguments, {readFile, writeFile});
  writeStream(stderr, outcome.err);
  if (!writeStream(stdout, outcome.out)) return 1;
  return outcome.exitCode;
}

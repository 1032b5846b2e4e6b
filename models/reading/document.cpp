#include "models/reading/document.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <unordered_map>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "models/reading/home.hpp"

namespace banenplan::models {

namespace {

using File = std::shared_ptr<const std::string>;

struct Stop {};  // thrown to leave the parser when a limit is passed; the problem has been recorded

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

// A column as an editor shows it: one more than the characters before it, however many bytes they have.
int column_after(std::string_view before) {
  return 1 + static_cast<int>(std::count_if(before.begin(), before.end(),
                                            [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Where the parser is, which counts bytes.
class Places {
 public:
  Places(File file, std::string_view text) : file_(std::move(file)) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    while (true) {
      const std::size_t end = text.find('\n');
      lines_.push_back(text.substr(0, end));
      if (end == std::string_view::npos) break;
      text.remove_prefix(end + 1);
    }
  }

  Position operator()(const YAML::Mark& mark) const {
    const auto line = static_cast<std::size_t>(mark.line);
    const std::string_view before =
        line < lines_.size() ? lines_[line].substr(0, static_cast<std::size_t>(mark.column)) : std::string_view();
    return {file_, mark.line + 1, column_after(before)};
  }

 private:
  File file_;
  std::vector<std::string_view> lines_;
};

// The offset of the first, or the text's length.
std::size_t find_control_character(std::string_view text) {
  const auto found = std::find_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7F;
  });
  return static_cast<std::size_t>(found - text.begin());
}

bool has_control_characters(std::string_view text) {
  return find_control_character(text) < text.size();
}

// Builds the tree from the parser's events, so that limits hold while parsing and anchors and tags are seen.
class Builder : public YAML::EventHandler {
 public:
  Builder(const Places& place, Problems& problems) : place_(place), problems_(problems) {}

  Node root;
  bool any = false;

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check(mark, "", anchor);
    add(make(Node::Kind::nothing, mark));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(place_(mark), "found an alias (*name)", "write the value out");
    add(make(Node::Kind::nothing, mark));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check(mark, tag, anchor);
    Node node = make(Node::Kind::text, mark);
    node.text = value;
    node.in_quotes = tag == "!";
    if (value.size() > limits::text_bytes)
      refuse(node.position, fmt::format("found a text of {} bytes", value.size()),
             fmt::format("a text has at most {}", limits::text_bytes));
    if (has_control_characters(value))
      refuse(node.position, "found control characters in " + quote(value), "a text has none");
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Node::Kind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Node::Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Frame {
    Node node;
    bool has_key = false;  // of a map: the key has been read and its value comes next
    bool drop = false;     // the value belongs to a key that was refused
    std::string key;
    Position key_position;
    std::unordered_map<std::string, int> lines;  // key -> its line
  };

  Node make(Node::Kind kind, const YAML::Mark& mark) {
    Node node = Node::of(kind, place_(mark));
    if (++count_ > limits::nodes) {
      refuse(node.position, "found too many values",
             fmt::format("a file has at most {} values and keys", limits::nodes));
      throw Stop{};
    }
    return node;
  }

  void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    check(mark, tag, anchor);
    Frame frame;
    frame.node = make(kind, mark);
    if (frames_.size() == limits::depth) {
      problems_.error(frame.node.position, "", "found lists and maps nested too deep",
                      fmt::format("at most {} are inside each other", limits::depth));
      throw Stop{};
    }
    frames_.push_back(std::move(frame));
  }

  void close() {
    Node node = std::move(frames_.back().node);
    frames_.pop_back();
    add(std::move(node));
  }

  void add(Node node) {
    if (frames_.empty()) {
      root = std::move(node);
      any = true;
      return;
    }
    Frame& frame = frames_.back();
    if (frame.node.kind == Node::Kind::list) {
      frame.node.items.push_back(std::move(node));
    } else if (!frame.has_key) {
      take_key(frame, node);
    } else {
      frame.has_key = false;
      if (frame.drop) return;
      frame.node.keys.push_back(std::move(frame.key));
      frame.node.key_positions.push_back(std::move(frame.key_position));
      frame.node.items.push_back(std::move(node));
    }
  }

  void take_key(Frame& frame, Node& node) {
    frame.drop = true;
    frame.has_key = true;
    frame.key = printable(node.text);
    frame.key_position = node.position;
    if (node.kind != Node::Kind::text || node.text.empty()) {
      refuse(node.position, "found " + described(node) + " as a key", "a key is a text");
    } else if (node.text.size() > limits::key_bytes || has_control_characters(node.text) ||
               node.text.find('\n') != std::string::npos) {
      refuse(node.position, "found the key " + quote(node.text),
             fmt::format("a key is one line of at most {} bytes", limits::key_bytes));
    } else if (const auto earlier = frame.lines.find(node.text); earlier != frame.lines.end()) {
      refuse(node.position, fmt::format("found {} again, after line {}", quote(node.text), earlier->second),
             "a key stands once");
    } else if (frame.lines.size() == limits::keys_per_map) {
      refuse(node.position, "found too many keys", fmt::format("a map has at most {}", limits::keys_per_map));
      throw Stop{};
    } else {
      frame.lines.emplace(node.text, node.position.line);
      frame.drop = false;
    }
    frame.key = std::move(node.text);
  }

  void check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0) refuse(place_(mark), "found an anchor (&name)", "write the value out");
    if (!tag.empty() && tag != "?" && tag != "!")
      refuse(place_(mark), "found the tag " + quote(tag), "values have no tags");
  }

  void refuse(Position position, std::string found, std::string allowed) {
    problems_.error(std::move(position), path(), std::move(found), std::move(allowed));
  }

  std::string path() const {
    std::string text;
    for (const Frame& frame : frames_) {
      if (frame.node.kind == Node::Kind::list)
        text += fmt::format("[{}]", frame.node.items.size());
      else if (frame.has_key && !frame.key.empty())
        text += (text.empty() ? "" : ".") + frame.key;
    }
    return text;
  }

  const Places& place_;
  Problems& problems_;
  std::vector<Frame> frames_;
  std::size_t count_ = 0;
};

// Only asks where a further document starts.
class Start : public YAML::EventHandler {
 public:
  YAML::Mark mark;

  void OnDocumentStart(const YAML::Mark& at) override {
    mark = at;
    throw Stop{};
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

Position place_of_byte(const File& file, std::string_view text, std::size_t at) {
  std::string_view before = text.substr(0, at);
  if (before.starts_with(byte_order_mark)) before.remove_prefix(byte_order_mark.size());
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  return {file, static_cast<int>(line), column_after(before.substr(before.rfind('\n') + 1))};  // npos + 1 is 0
}

// What can be refused before the parser sees the text.
bool is_plain_text(std::string_view text, const File& file, Problems& problems) {
  std::size_t bad = 0;
  if (text.size() > limits::file_bytes)
    problems.error(Position{file, 0, 0}, "", "found too long a file",
                   fmt::format("a file has at most {} bytes", limits::file_bytes));
  else if (!is_utf8(text, bad))
    problems.error(place_of_byte(file, text, bad), "",
                   fmt::format("found the byte 0x{:02x}", static_cast<unsigned char>(text[bad])),
                   "a file is text in UTF-8");
  else if (bad = find_control_character(text); bad < text.size())
    problems.error(place_of_byte(file, text, bad), "", "found control characters", "a file is text");
  else
    return true;
  return false;
}

// The tree of one document of any kind.
std::optional<Node> parsed(std::string_view text, const File& file, Problems& problems) {
  if (!is_plain_text(text, file, problems)) return std::nullopt;
  try {
    std::istringstream stream{std::string{text}};
    YAML::Parser parser{stream};
    const Places place{file, text};
    Builder builder{place, problems};
    if (!parser.HandleNextDocument(builder) || !builder.any) return Node::of(Node::Kind::nothing, {file, 1, 1});
    if (parser) {
      Start start;
      try {
        parser.HandleNextDocument(start);
      } catch (const Stop&) {
        problems.error(place(start.mark), "", "found more after the end of the document", "a file is one document");
        return std::nullopt;
      }
    }
    return std::move(builder.root);
  } catch (const Stop&) {
  } catch (const YAML::Exception& error) {
    problems.error(error.mark.is_null() ? Position{file, 1, 1} : Places(file, text)(error.mark), "",
                   "found text that is no YAML (" + printable(error.msg) + ")", "");
  }
  return std::nullopt;
}

// At most one byte more than a file may have.
std::optional<std::string> bytes_of(const std::filesystem::path& file, Problems& problems) {
  const auto refuse = [&](const char* found) {
    // Where it was looked for, in full: whoever misses a file must know.
    problems.error(Position::in(file.string()), "", found, "a file that can be read is expected");
    return std::nullopt;
  };
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) return refuse("found no such file");
  if (!std::filesystem::is_regular_file(status)) return refuse("found no file but something else");
  std::ifstream stream{file, std::ios::binary};
  if (!stream) return refuse("found a file that may not be read");
  std::string text(limits::file_bytes + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (stream.bad()) return refuse("found a file that cannot be read to its end");
  return text;
}

}  // namespace

Node Node::of(Kind kind, Position position) {
  Node node;
  node.kind = kind;
  node.position = std::move(position);
  return node;
}

const Node* Node::find(std::string_view key) const {
  const auto found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

Node* Node::find(std::string_view key) {
  return const_cast<Node*>(std::as_const(*this).find(key));
}

std::optional<Node> read_value(std::string_view text, const std::string& name, Problems& problems) {
  return parsed(text, std::make_shared<const std::string>(name), problems);
}

std::optional<Node> read_text(std::string_view text, const std::string& name, Problems& problems) {
  auto node = read_value(text, name, problems);
  if (!node || node->kind == Node::Kind::map) return node;
  const bool colon = node->kind == Node::Kind::text && node->text.find(':') != std::string::npos;
  problems.error(node->position, "", "found " + described(*node),
                 colon ? "a file is a map of keys; a space follows the colon of a key" : "a file is a map of keys");
  return std::nullopt;
}

std::optional<Node> read_file(const std::filesystem::path& file, Problems& problems) {
  const auto text = bytes_of(file, problems);
  return text ? read_text(*text, shown(file), problems) : std::nullopt;
}

std::optional<std::string> read_plain_text(const std::filesystem::path& file, Problems& problems) {
  auto text = bytes_of(file, problems);
  const File name = std::make_shared<const std::string>(shown(file));
  if (text && !is_plain_text(*text, name, problems)) return std::nullopt;
  return text;
}

Node merged(Node base, const Node& over) {
  if (base.kind != Node::Kind::map || over.kind != Node::Kind::map) return over;
  base.position = over.position;
  for (std::size_t i = 0; i < over.keys.size(); ++i) {
    const auto found = std::find(base.keys.begin(), base.keys.end(), over.keys[i]);
    const auto at = found - base.keys.begin();
    if (found == base.keys.end()) {
      base.keys.push_back(over.keys[i]);
      base.key_positions.push_back(over.key_positions[i]);
      base.items.push_back(over.items[i]);
    } else if (over.items[i].kind == Node::Kind::nothing) {
      base.keys.erase(found);
      base.key_positions.erase(base.key_positions.begin() + at);
      base.items.erase(base.items.begin() + at);
    } else {
      Node& item = base.items[static_cast<std::size_t>(at)];
      item = merged(std::move(item), over.items[i]);
      base.key_positions[static_cast<std::size_t>(at)] = over.key_positions[i];
    }
  }
  return base;
}

std::string described(const Node& node) {
  switch (node.kind) {
    case Node::Kind::nothing:
      return "nothing";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::map:
      return "a map";
    case Node::Kind::text:
      break;
  }
  return node.in_quotes ? quote(node.text) + " in quotes" : quote(node.text);
}

}  // namespace banenplan::models

// SHA-256 of bytes: for manifests, and for what a page's content-security policy lets run.
#pragma once

#include <string>
#include <string_view>

namespace banenplan::plots {

std::string sha256_hexadecimal(std::string_view bytes);  // 64 digits
std::string sha256_base64(std::string_view bytes);       // 44 letters, the last one "="

}  // namespace banenplan::plots

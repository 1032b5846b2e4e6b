#include "plots/digest.hpp"

#include <catch2/catch.hpp>

using namespace banenplan::plots;

TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
  // NIST, Examples with Intermediate Values, SHA-256.
  CHECK(sha256_hexadecimal("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hexadecimal("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a digest in base64 is what a content-security policy takes") {
  // Content Security Policy Level 3, section 2.3.1 names the form; the value is that of the empty text.
  CHECK(sha256_base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

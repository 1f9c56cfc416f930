#include <fstream>
#include <sstream>
#include <string>

#include "check.h"
#include "device.h"

#include "noise.cuh"

/** The vectors that the Java tests read too. */
void philox_answers(const std::string& folder) {
    std::ifstream file(folder + "/philox4x32-10.txt");
    CHECK(file.good());
    int cases = 0;
    for (std::string line; std::getline(file, line);) {
        line = line.substr(0, line.find('#'));
        std::istringstream words(line);
        unsigned w[10];
        int read = 0;
        while (read < 10 && words >> std::hex >> w[read]) {
            read++;
        }
        if (read == 0) {
            continue;
        }
        CHECK(read == 10);
        unsigned long long key = w[4] | static_cast<unsigned long long>(w[5]) << 32;
        murmuration::Words result = murmuration::philox({{w[0], w[1], w[2], w[3]}}, murmuration::round_keys(key));
        for (int i = 0; i < 4; i++) {
            CHECK(result.w[i] == w[6 + i]);
        }
        cases++;
    }
    CHECK(cases >= 3);
}

#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <string>

#include "check.h"
#include "device.h"

#include "reproducible_math.cuh"

using namespace murmuration;

namespace {

/** Of two numbers; those of one number leave the second alone. */
using Function = std::function<float(float, float)>;

const std::map<std::string, Function> FUNCTIONS = {
        {"exp", [](float x, float) { return reproducible_exp(x); }},
        {"log", [](float x, float) { return reproducible_log(x); }},
        {"sin", [](float x, float) { return reproducible_sin(x); }},
        {"cos", [](float x, float) { return reproducible_cos(x); }},
        {"tanh", [](float x, float) { return reproducible_tanh(x); }},
        {"sqrt", [](float x, float) { return __fsqrt_rn(x); }},
        {"floor", [](float x, float) { return floorf(x); }},
        {"sign", [](float x, float) { return reproducible_sign(x); }},
        {"abs", [](float x, float) { return fabsf(x); }},
        {"negate", [](float x, float) { return -x; }},
        {"atan2", [](float y, float x) { return reproducible_atan2(y, x); }},
        {"min", [](float a, float b) { return reproducible_min(a, b); }},
        {"max", [](float a, float b) { return reproducible_max(a, b); }}};

void check_line(const std::string& line) {
    std::istringstream words(line);
    std::string name;
    words >> name >> std::hex;
    unsigned bits[3];
    int count = 0;
    while (count < 3 && words >> bits[count]) {
        count++;
    }
    float expected = __int_as_float(static_cast<int>(bits[count - 1]));
    float first = __int_as_float(static_cast<int>(bits[0]));
    float result = FUNCTIONS.at(name)(first, __int_as_float(static_cast<int>(bits[1])));
    bool same = std::isnan(expected) ? std::isnan(result) : __float_as_int(result) == __float_as_int(expected);
    check(same, line.c_str(), __FILE__, __LINE__);
}

}  // namespace

/** The bits that the Java functions are held to as well. */
void function_answers(const std::string& folder) {
    std::ifstream file(folder + "/functions.txt");
    CHECK(file.good());
    int cases = 0;
    for (std::string line; std::getline(file, line);) {
        if (line[0] != '#') {
            check_line(line);
            cases++;
        }
    }
    CHECK(cases >= 13 * 290);
}

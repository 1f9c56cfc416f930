// kernel_test NAME KNOWN-ANSWERS: runs one test.
#include <cstdio>
#include <exception>
#include <functional>
#include <map>
#include <string>

void known_answers(const std::string& folder);
void totals();
void orders();
void launches();
void paths();
void single_steps();
void feedback();
void divergence();
void patterns();
void emulation();

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: kernel_test NAME KNOWN-ANSWERS\n");
        return 2;
    }
    const std::map<std::string, std::function<void()>> tests = {
            {"known-answers", [&] { known_answers(arguments[2]); }},
            {"totals", totals},
            {"orders", orders},
            {"launches", launches},
            {"paths", paths},
            {"single-steps", single_steps},
            {"feedback", feedback},
            {"divergence", divergence},
            {"patterns", patterns},
            {"emulation", emulation}};
    try {
        tests.at(arguments[1])();
        return 0;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s: %s\n", arguments[1], failure.what());
        return 1;
    }
}

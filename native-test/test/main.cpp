// kernel_test NAME KNOWN-ANSWERS: runs one test.
#include <cstdio>
#include <exception>
#include <functional>
#include <map>
#include <string>

void philox_answers(const std::string& folder);
void function_answers(const std::string& folder);
void totals();
void orders();
void launches();
void paths();
void single_steps();
void feedback();
void tapes();
void divergence();
void steps();
void patterns();
void pairs();
void pair_races();
void surveys();
void survey_races();
void pattern_races();
void emulation();
void race(const std::string& kernel, unsigned blocks);

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: kernel_test NAME KNOWN-ANSWERS\n");
        return 2;
    }
    const std::map<std::string, std::function<void()>> tests = {
            {"known-answers",
                    [&] {
                        philox_answers(arguments[2]);
                        function_answers(arguments[2]);
                    }},
            {"totals", totals},
            {"orders", orders},
            {"launches", launches},
            {"paths", paths},
            {"single-steps", single_steps},
            {"feedback", feedback},
            {"tapes", tapes},
            {"divergence", divergence},
            {"steps", steps},
            {"patterns", patterns},
            {"pairs", pairs},
            {"pair-races", pair_races},
            {"surveys", surveys},
            {"survey-races", survey_races},
            {"pattern-races", pattern_races},
            {"emulation", emulation},
            {"racing_kernel", [] { race("racing_kernel", 1); }},
            {"race_after_barrier", [] { race("race_after_barrier", 1); }},
            {"race_across_shuffle", [] { race("race_across_shuffle", 1); }},
            {"warps_race", [] { race("warps_race", 1); }},
            {"race_after_meeting", [] { race("race_after_meeting", 2); }},
            {"blocks_race", [] { race("blocks_race", 2); }}};
    try {
        tests.at(arguments[1])();
        return 0;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s: %s\n", arguments[1], failure.what());
        return 1;
    }
}

#include <cmath>
#include <string>
#include <vector>

#include "check.h"
#include "problem.h"

#include "offender.cuh"

namespace {

/** A kernel and a problem that it can advance. */
struct Case {
    std::string kernel;
    int width;
    Shape shape;
    std::string any;
};

/** As a rule of 1500 agents on two tiles, one of them whole, with one label or with several. */
std::vector<Case> small_cases() {
    // Two whole tiles in a block, then a whole one and a part of one.
    std::vector<Case> cases = {
            {"affine_d1_wide", 1, {1, 0, 2, 1, 0, true, true, 3500}, "affine_any"},
            {"affine_d1_wide_states", 1, {1, 0, 2, 1, 0, true, true, 3500, 1, false}, "affine_any"}};
    for (const std::string& name : device::names()) {
        int d, c, g;
        std::string stored = name.find("_stored") == std::string::npos ? "" : "_stored";
        if (std::sscanf(name.c_str(), "affine_d%d_g%d", &d, &g) == 2) {
            cases.push_back({name, g, {d, 0, g, d == 2 ? 3 : 1, 0, true, true}, "affine_any" + stored});
        }
        if (std::sscanf(name.c_str(), "advance_d%d_c%d_g%d", &d, &c, &g) != 3) {
            continue;
        }
        bool exact = name.find("exact") != std::string::npos;
        Shape shape = {d, c == 0 ? 3 : c, g, c == 2 ? 2 : 1, exact ? 2 : c % 2, true};
        cases.push_back({name, g, shape, (exact ? "advance_any_diagonal_exact" : "advance_any_diagonal") + stored});
    }
    return cases;
}

/** Kernels that advance every guidance on rows that means act on, in one step or two; any is what they must agree with on rows without feeds. */
std::vector<Case> fed_cases() {
    std::vector<Case> cases;
    for (int replicas : {1, 3}) {
        for (int d : {1, 2, 4, 8}) {
            cases.push_back({"fed_d" + std::to_string(d), 0, {d, 3, 2, 2, 1, true, false, 1100, replicas}, "advance_any_diagonal"});
        }
        for (int d : {1, 2, 4}) {
            cases.push_back({"affine_fed_d" + std::to_string(d), 0, {d, 0, 2, 1, 0, true, true, 300, replicas}, "affine_any"});
        }
        // Three tiles of each guidance, by three blocks as a rule.
        cases.push_back({"fed_d1_steps", 0, {1, 3, 2, 2, 1, true, false, 2500 / replicas, replicas}, "advance_any_diagonal"});
        cases.push_back({"affine_fed_d1_steps", 0, {1, 0, 2, 1, 0, true, true, 2500 / replicas, replicas}, "affine_any"});
        cases.push_back({"fed_any_diagonal", 0, {3, 2, 2, 2, 0, true, false, 900, replicas}, "advance_any_diagonal"});
        cases.push_back({"fed_any_diagonal_exact", 0, {2, 3, 2, 1, 2, true, false, 900, replicas}, "advance_any_diagonal_exact"});
        cases.push_back({"fed_any_rotated", 0, {2, 2, 2, 3, 1, false, false, 70, 20 * replicas}, "advance_any_rotated"});
        cases.push_back({"fed_any_rotated_exact", 0, {2, 2, 1, 3, 2, false, false, 70, replicas}, "advance_any_rotated_exact"});
        cases.push_back({"affine_fed_any", 0, {5, 0, 2, 2, 0, true, true, 300, replicas}, "affine_any"});
    }
    return cases;
}

std::vector<Case> any_cases() {
    return {{"advance_any_diagonal", 2, {5, 3, 2, 2, 0, true}, ""},
            {"advance_any_diagonal_exact", 2, {3, 3, 2, 1, 2, true}, ""},
            {"advance_any_rotated", 2, {3, 2, 2, 3, 1, false}, ""},
            {"advance_any_rotated_exact", 1, {2, 3, 1, 2, 2, false}, ""},
            {"affine_any", 2, {5, 0, 2, 2, 0, true, true}, ""},
            {"affine_any_stored", 2, {5, 0, 2, 2, 0, true, true}, ""},
            {"advance_any_diagonal_stored", 2, {5, 3, 2, 2, 0, true}, ""},
            {"advance_any_diagonal_exact_stored", 2, {3, 3, 2, 1, 2, true}, ""},
            {"advance_any_rotated_stored", 2, {3, 2, 2, 3, 1, false}, ""},
            {"advance_any_rotated_exact_stored", 1, {2, 3, 1, 2, 2, false}, ""}};
}

/** Lanes that share agents; two lanes do all that more do, in a fraction of the time. */
std::vector<Case> lane_cases() {
    return {{"lanes_diagonal", 1, {9, 2, 1, 2, 0, true}, "advance_any_diagonal"},
            {"lanes_full", 1, {10, 1, 1, 1, 1, false}, "advance_any_rotated"},
            {"lanes_affine", 1, {9, 0, 1, 1, 0, true, true}, "affine_any"}};
}

std::vector<Case> all_cases() {
    std::vector<Case> cases = small_cases();
    for (const std::vector<Case>& more : {lane_cases(), any_cases(), fed_cases()}) {
        cases.insert(cases.end(), more.begin(), more.end());
    }
    return cases;
}

}  // namespace

/** Between barriers the threads of a block may run in any order: a race would show as other bits. */
void orders() {
    for (const Case& c : all_cases()) {
        Outcome forward = run(c.shape, c.kernel, c.width, {device::Order::FORWARD});
        CHECK(forward == run(c.shape, c.kernel, c.width, {device::Order::REVERSE}));
        CHECK(forward == run(c.shape, c.kernel, c.width, {device::Order::SHUFFLED}));
    }
}

/** Any grid and any number of steps per launch give the same bits. */
void launches() {
    for (const Case& c : all_cases()) {
        Outcome whole = run(c.shape, c.kernel, c.width, {});
        CHECK(whole == run(c.shape, c.kernel, c.width, {device::Order::FORWARD, 1, 1}));
        CHECK(whole == run(c.shape, c.kernel, c.width, {device::Order::FORWARD, 2, 3}));
        CHECK(whole == run(c.shape, c.kernel, c.width, {device::Order::SHUFFLED, 5, 2}));
    }
}

/** The kernels with the state in registers give the bits of those for any dimension. */
void paths() {
    CHECK(small_cases().size() >= 39);
    std::vector<Case> cases = small_cases();
    std::vector<Case> shared = lane_cases();
    cases.insert(cases.end(), shared.begin(), shared.end());
    for (const Case& c : cases) {
        Outcome outcome = run(c.shape, c.kernel, c.width, {});
        CHECK(outcome == run(c.shape, c.any, c.shape.guidances, {}));
        CHECK(std::isfinite(outcome.states[0]) && outcome.offender == ~0ull);
    }
}

/** Kernels of one step give the bits of those of many: with drawn increments, and with stored ones those of their like. */
void single_steps() {
    for (const Case& c : fed_cases()) {
        Cut drawn = {device::Order::FORWARD, 3, 100, false};
        CHECK(run(c.shape, c.kernel, 0, drawn) == run(c.shape, c.any, c.shape.guidances, drawn));
        if (c.kernel.find("_steps") == std::string::npos) {
            CHECK(run(c.shape, c.kernel, 0, {}) == run(c.shape, c.any + "_stored", c.shape.guidances, {}));
        }
    }
}

/** A drift that blows up is found at the same step and agent whatever the order. */
void divergence() {
    for (const Case& c : all_cases()) {
        Outcome forward = run(c.shape, c.kernel, c.width, {}, 1e15f);
        CHECK(forward.offender != ~0ull);
        CHECK(forward.offender == run(c.shape, c.kernel, c.width, {device::Order::SHUFFLED, 2, 2}, 1e15f).offender);
    }
    for (const Case& c : lane_cases()) {
        CHECK(run(c.shape, c.kernel, 1, {}, 3e5f).offender == run(c.shape, c.any, c.shape.guidances, {}, 3e5f).offender);
    }
}

/**
 * What the race detector has to see of every kernel, and no more: tile after tile and step after step in one block, and several blocks.
 * Three replicas on tiles of their own only make it slow. Where an agent left the range its block waits once more, which could hide a
 * race: two steps at least are without.
 */
void steps() {
    for (const Case& c : all_cases()) {
        if (c.shape.replicas == 3) {
            continue;
        }
        CHECK(run(c.shape, c.kernel, c.width, {device::Order::FORWARD, 1, 3}).offender >> murmuration::AGENT_BITS >= 2);
        CHECK(run(c.shape, c.kernel, c.width, {device::Order::FORWARD, 3, 2}, 1e15f).offender != ~0ull);
    }
}

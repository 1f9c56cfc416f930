// Tapes as a device runs them: tape.Tape, from which backend.cuda.DeviceTape makes what lies here.
#pragma once

#include "noise.cuh"
#include "reproducible_math.cuh"

namespace murmuration {

/** tape.Operation: append only. */
enum class Operation { ADD, SUBTRACT, MULTIPLY, DIVIDE, FMA, FMS, FNMA, NEGATE, ABS, MIN, MAX, SQRT, EXP, LOG, SIN, COS, TANH, ATAN2, FLOOR, SIGN, LESS, LESS_EQUAL, EQUAL, NOT_EQUAL, AND, OR, NOT, WHERE };

/** backend.cuda.DeviceTape.Place: where an operand lies, told by its upper bits; the lower ones are a number within. */
enum class OperandPlace { SLOT, STATE, MARK, PAIR, TIME, FED, OWN, OTHER };

constexpr int OPERAND_BITS = 28;
constexpr unsigned OPERAND_MASK = (1u << OPERAND_BITS) - 1;

/** An operation, how many operands it has, the slot that it writes, and its operands. */
struct alignas(16) Instruction {
    unsigned word;
    unsigned a;
    unsigned b;
    unsigned c;

    __device__ __forceinline__ Operation operation() const { return static_cast<Operation>(word & 0xff); }
    __device__ __forceinline__ unsigned operands() const { return word >> 8 & 0xff; }
    __device__ __forceinline__ unsigned slot() const { return word >> 16; }
};

static_assert(sizeof(Instruction) == 16, "fetched at once");

/** Instructions in their order, and one that is not executed: the next is fetched while one is. */
struct Tape {
    const Instruction* code;  // [count + 1]
    const unsigned* outputs;  // operands
    int count;
    int slots;  // values that are kept at a time, with those that are there before the first instruction
};

/** A value of each of N agents. */
template <int N>
struct Values {
    float of[N];
};

/** f of every agent's values. */
template <int N, class F>
__device__ __forceinline__ Values<N> each(const Values<N>& a, const Values<N>& b, const Values<N>& c, F f) {
    Values<N> result;
#pragma unroll
    for (int r = 0; r < N; r++) {
        result.of[r] = f(a.of[r], b.of[r], c.of[r]);
    }
    return result;
}

/** The meaning of a function, too long to be there four times over; all others are not. */
__device__ __forceinline__ float function(Operation operation, float a, float b) {
    switch (operation) {
        case Operation::EXP: return reproducible_exp(a);
        case Operation::LOG: return reproducible_log(a);
        case Operation::SIN: return reproducible_sin(a);
        case Operation::COS: return reproducible_cos(a);
        case Operation::TANH: return reproducible_tanh(a);
        default: return reproducible_atan2(a, b);
    }
}

/** Whether an operation is one of those. */
__device__ __forceinline__ bool is_function(Operation operation) {
    return operation >= Operation::EXP && operation <= Operation::ATAN2;
}

/** The meaning of every other operation: tape.Operation.apply. */
template <int N>
__device__ __forceinline__ Values<N> apply(Operation operation, const Values<N>& x, const Values<N>& y, const Values<N>& z) {
    switch (operation) {
        case Operation::ADD: return each(x, y, z, [](float a, float b, float) { return a + b; });
        case Operation::SUBTRACT: return each(x, y, z, [](float a, float b, float) { return a - b; });
        case Operation::MULTIPLY: return each(x, y, z, [](float a, float b, float) { return a * b; });
        case Operation::DIVIDE: return each(x, y, z, [](float a, float b, float) { return __fdiv_rn(a, b); });
        case Operation::FMA: return each(x, y, z, [](float a, float b, float c) { return __fmaf_rn(a, b, c); });
        case Operation::FMS: return each(x, y, z, [](float a, float b, float c) { return __fmaf_rn(a, b, -c); });
        case Operation::FNMA: return each(x, y, z, [](float a, float b, float c) { return __fmaf_rn(-a, b, c); });
        case Operation::NEGATE: return each(x, y, z, [](float a, float, float) { return -a; });
        case Operation::ABS: return each(x, y, z, [](float a, float, float) { return fabsf(a); });
        case Operation::MIN: return each(x, y, z, [](float a, float b, float) { return reproducible_min(a, b); });
        case Operation::MAX: return each(x, y, z, [](float a, float b, float) { return reproducible_max(a, b); });
        case Operation::SQRT: return each(x, y, z, [](float a, float, float) { return __fsqrt_rn(a); });
        case Operation::FLOOR: return each(x, y, z, [](float a, float, float) { return floorf(a); });
        case Operation::SIGN: return each(x, y, z, [](float a, float, float) { return reproducible_sign(a); });
        case Operation::LESS: return each(x, y, z, [](float a, float b, float) { return a < b ? 1.0f : 0.0f; });
        case Operation::LESS_EQUAL: return each(x, y, z, [](float a, float b, float) { return a <= b ? 1.0f : 0.0f; });
        case Operation::EQUAL: return each(x, y, z, [](float a, float b, float) { return a == b ? 1.0f : 0.0f; });
        case Operation::NOT_EQUAL: return each(x, y, z, [](float a, float b, float) { return a != b ? 1.0f : 0.0f; });
        case Operation::AND: return each(x, y, z, [](float a, float b, float) { return a != 0.0f && b != 0.0f ? 1.0f : 0.0f; });
        case Operation::OR: return each(x, y, z, [](float a, float b, float) { return a != 0.0f || b != 0.0f ? 1.0f : 0.0f; });
        case Operation::NOT: return each(x, y, z, [](float a, float, float) { return a == 0.0f ? 1.0f : 0.0f; });
        default: return each(x, y, z, [](float a, float b, float c) { return a != 0.0f ? b : c; });
    }
}

/** Executes a function agent by agent. */
template <class Frame>
__device__ __forceinline__ void run_function(const Instruction& now, const Frame& frame) {
#pragma unroll 1
    for (int r = 0; r < Frame::AGENTS; r++) {
        float a = frame.one(now.a, r);
        float b = now.operands() > 1 ? frame.one(now.b, r) : a;
        frame.keep_one(now.slot(), r, function(now.operation(), a, b));
    }
}

/** Executes every operation. @param frame what operands stand for, and where results are kept */
template <class Frame>
__device__ __forceinline__ void run_tape(const Tape& tape, const Frame& frame) {
    Instruction next = tape.code[0];
#pragma unroll 1
    for (int i = 0; i < tape.count; i++) {
        Instruction now = next;
        next = tape.code[i + 1];
        if (is_function(now.operation())) {
            run_function(now, frame);
            continue;
        }
        auto a = frame.operand(now.a);
        auto b = now.operands() > 1 ? frame.operand(now.b) : a;
        auto c = now.operands() > 2 ? frame.operand(now.c) : a;
        frame.keep(now.slot(), apply(now.operation(), a, b, c));
    }
}

}  // namespace murmuration

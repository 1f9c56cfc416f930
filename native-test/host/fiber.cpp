#include "fiber.h"

#include <cstdint>
#include <cstdlib>

namespace device {

namespace {

constexpr std::size_t STACK = 1 << 16;

thread_local Fiber* starting = nullptr;

}  // namespace

#if defined(__x86_64__)

// Saves what a called function must keep on the stack of `from`, and takes up that of `to`.
extern "C" void murmuration_switch(void** from, void* to);
asm(R"(
    .text
    .globl murmuration_switch
    .hidden murmuration_switch
    .type murmuration_switch, @function
murmuration_switch:
    pushq %rbp
    pushq %rbx
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    movq %rsp, (%rdi)
    movq %rsi, %rsp
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbx
    popq %rbp
    ret
    .size murmuration_switch, . - murmuration_switch
)");

#elif defined(__aarch64__)

extern "C" void murmuration_switch(void** from, void* to);
asm(R"(
    .text
    .globl murmuration_switch
    .hidden murmuration_switch
    .type murmuration_switch, %function
murmuration_switch:
    sub sp, sp, #176
    stp x19, x20, [sp, #0]
    stp x21, x22, [sp, #16]
    stp x23, x24, [sp, #32]
    stp x25, x26, [sp, #48]
    stp x27, x28, [sp, #64]
    stp x29, x30, [sp, #80]
    stp d8, d9, [sp, #96]
    stp d10, d11, [sp, #112]
    stp d12, d13, [sp, #128]
    stp d14, d15, [sp, #144]
    mov x9, sp
    str x9, [x0]
    mov sp, x1
    ldp x19, x20, [sp, #0]
    ldp x21, x22, [sp, #16]
    ldp x23, x24, [sp, #32]
    ldp x25, x26, [sp, #48]
    ldp x27, x28, [sp, #64]
    ldp x29, x30, [sp, #80]
    ldp d8, d9, [sp, #96]
    ldp d10, d11, [sp, #112]
    ldp d12, d13, [sp, #128]
    ldp d14, d15, [sp, #144]
    add sp, sp, #176
    ret
    .size murmuration_switch, . - murmuration_switch
)");

#else
#error "the host build of the kernels runs on x86-64 and arm64"
#endif

Fiber::Fiber() : stack_(new char[STACK]) {}

void Fiber::reset(void (*body)(void*), void* argument) {
    body_ = body;
    argument_ = argument;
    ended_ = false;
    std::uintptr_t top = (reinterpret_cast<std::uintptr_t>(stack_.get()) + STACK) & ~std::uintptr_t{15};
    void** frame = reinterpret_cast<void**>(top);
#if defined(__x86_64__)
    *--frame = nullptr;  // where begin would return to: it never does
    *--frame = reinterpret_cast<void*>(&Fiber::begin);
    for (int saved = 0; saved < 6; saved++) {
        *--frame = nullptr;
    }
#else
    frame -= 22;
    for (int saved = 0; saved < 22; saved++) {
        frame[saved] = nullptr;
    }
    frame[11] = reinterpret_cast<void*>(&Fiber::begin);
#endif
    inside_ = frame;
}

void Fiber::resume() {
    starting = this;
    identity_.enter();
    murmuration_switch(&outside_, inside_);
}

void Fiber::yield() {
    identity_.leave();
    murmuration_switch(&inside_, outside_);
}

void Fiber::begin() {
    Fiber* self = starting;
    self->body_(self->argument_);
    self->ended_ = true;
    self->yield();
    std::abort();
}

}  // namespace device

// The emulated driver: those functions of libcuda.so.1 that backend.cuda calls, on the host build of the kernels. Work is done when it
// is submitted, which is one of the orders that a stream allows.
#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>

#include "graph.h"
#include "launch.h"
#include "memory.h"
#include "settings.h"

#define API extern "C" __attribute__((visibility("default"))) int

namespace {

// CUresult of cuda.h.
enum Result {
    SUCCESS = 0,
    INVALID_VALUE = 1,
    OUT_OF_MEMORY = 2,
    NO_DEVICE = 100,
    INVALID_DEVICE = 101,
    INVALID_HANDLE = 400,
    NOT_FOUND = 500,
    LAUNCH_FAILED = 719,
    TOO_MANY_BLOCKS = 720,
    NOT_SUPPORTED = 801
};

// CUdevice_attribute of cuda.h.
enum Attribute { CLOCK_RATE = 13, MULTIPROCESSORS = 16, CAPABILITY_MAJOR = 75, CAPABILITY_MINOR = 76, COOPERATIVE_LAUNCH = 95 };

// Those that no device has: KiB that were copied to the host, and launches of blocks that wait for each other.
constexpr int COPIED_TO_HOST = 1000;
constexpr int COOPERATIVE_LAUNCHES = 1001;

constexpr int MULTIPROCESSOR_COUNT = 2;
constexpr int RESIDENT = 2;  // blocks of a multiprocessor, of any kernel
constexpr unsigned MOST_BLOCKS = 0x7fffffff;
constexpr unsigned MOST_MEMORY = 48 << 10;
constexpr int MOST_MEMORY_ASKED_FOR = 99 << 10;

// CUfunction_attribute of cuda.h.
constexpr unsigned MOST_THREADS = 256;  // of a block of a kernel: kernels/kernel.cuh
constexpr int MOST_DYNAMIC_MEMORY = 8;

int context;
int module;
int stream;
thread_local void* current = nullptr;
thread_local std::unique_ptr<Graph> recording;
std::atomic<std::size_t> copied_to_host{0};
std::atomic<int> cooperative_launches{0};

Memory& memory() {
    static Memory memory(Settings::get().memory);
    return memory;
}

/** Shared memory of a block of kernels that may have more than others. */
std::map<void*, unsigned>& memory_asked_for() {
    static std::map<void*, unsigned> asked;
    return asked;
}

/** Bytes of shared memory that a block of a kernel may have. */
unsigned most_memory(void* function) { return std::max(MOST_MEMORY, memory_asked_for()[function]); }

int copy(void* to, const void* from, std::uint64_t device, std::size_t size) {
    if (!memory().holds(device, size)) {
        return INVALID_VALUE;
    }
    std::memcpy(to, from, size);
    return SUCCESS;
}

void* host(std::uint64_t address) { return reinterpret_cast<void*>(address); }

int copy_to_host(void* to, std::uint64_t from, std::size_t size) {
    copied_to_host += size;
    return copy(to, host(from), from, size);
}

/** @param together whether blocks wait for each other */
int submit(void* function, unsigned blocks, unsigned threads, unsigned memory, const void* parameters, bool together) {
    bool fits = threads > 0 && threads <= MOST_THREADS && memory <= most_memory(function);
    if (blocks == 0 || blocks > MOST_BLOCKS || !fits) {
        return INVALID_VALUE;
    }
    Graph now;
    Graph& into = recording == nullptr ? now : *recording;
    into.add(reinterpret_cast<device::Entry>(function), blocks, threads, memory, parameters, together);
    return now.run(Settings::get().order) ? SUCCESS : LAUNCH_FAILED;
}

}  // namespace

API cuInit(unsigned) { return Settings::get().devices > 0 ? SUCCESS : NO_DEVICE; }

API cuDriverGetVersion(int* version) {
    *version = Settings::get().version;
    return SUCCESS;
}

API cuGetErrorName(int result, const char** name) {
    static thread_local char text[32];
    std::snprintf(text, sizeof text, "CUDA_ERROR_%d", result);
    *name = text;
    return SUCCESS;
}

API cuGetErrorString(int result, const char** text) { return cuGetErrorName(result, text); }

API cuDeviceGetCount(int* count) {
    *count = Settings::get().devices;
    return SUCCESS;
}

API cuDeviceGet(int* device, int ordinal) {
    *device = ordinal;
    return ordinal < Settings::get().devices ? SUCCESS : INVALID_DEVICE;
}

API cuDeviceGetName(char* name, int length, int) {
    std::snprintf(name, static_cast<std::size_t>(length), "%s", Settings::get().name.c_str());
    return SUCCESS;
}

API cuDeviceGetAttribute(int* value, int attribute, int) {
    switch (attribute) {
        case CLOCK_RATE: *value = 1000000; return SUCCESS;
        case MULTIPROCESSORS: *value = MULTIPROCESSOR_COUNT; return SUCCESS;
        case CAPABILITY_MAJOR: *value = 9; return SUCCESS;
        case CAPABILITY_MINOR: *value = 0; return SUCCESS;
        case COOPERATIVE_LAUNCH: *value = 1; return SUCCESS;
        case COOPERATIVE_LAUNCHES: *value = cooperative_launches; return SUCCESS;
        case COPIED_TO_HOST: *value = static_cast<int>(copied_to_host >> 10); return SUCCESS;
        default: return INVALID_VALUE;
    }
}

API cuDeviceTotalMem_v2(std::size_t* bytes, int) {
    *bytes = memory().total();
    return SUCCESS;
}

API cuDevicePrimaryCtxRetain(void** made, int) {
    *made = &context;
    return SUCCESS;
}

API cuDevicePrimaryCtxRelease_v2(int) { return SUCCESS; }

API cuCtxSetCurrent(void* made) {
    current = made;
    return SUCCESS;
}

API cuCtxSynchronize() { return SUCCESS; }

API cuModuleLoadData(void** loaded, const void*) {
    *loaded = &module;
    return current == nullptr ? INVALID_HANDLE : SUCCESS;
}

/** There is no compiler here. */
API cuLinkCreate_v2(unsigned, void*, void*, void**) { return NOT_SUPPORTED; }

API cuModuleUnload(void*) { return SUCCESS; }

API cuModuleGetFunction(void** function, void*, const char* name) {
    *function = reinterpret_cast<void*>(device::find(name));
    return *function == nullptr ? NOT_FOUND : SUCCESS;
}

API cuFuncSetAttribute(void* function, int attribute, int value) {
    if (attribute != MOST_DYNAMIC_MEMORY || value > MOST_MEMORY_ASKED_FOR) {
        return INVALID_VALUE;
    }
    memory_asked_for()[function] = static_cast<unsigned>(value);
    return SUCCESS;
}

API cuStreamCreate(void** made, unsigned) {
    *made = &stream;
    return SUCCESS;
}

API cuStreamSynchronize(void*) { return SUCCESS; }

API cuStreamDestroy_v2(void*) { return SUCCESS; }

API cuMemGetInfo_v2(std::size_t* left, std::size_t* total) {
    *left = memory().left();
    *total = memory().total();
    return SUCCESS;
}

API cuMemAlloc_v2(std::uint64_t* address, std::size_t size) {
    *address = memory().allocate(size);
    return *address == 0 ? OUT_OF_MEMORY : SUCCESS;
}

API cuMemFree_v2(std::uint64_t address) { return memory().free(address) ? SUCCESS : INVALID_VALUE; }

API cuMemAllocHost_v2(void** memory, std::size_t size) {
    *memory = std::malloc(size);
    return *memory == nullptr ? OUT_OF_MEMORY : SUCCESS;
}

API cuMemFreeHost(void* memory) {
    std::free(memory);
    return SUCCESS;
}

API cuMemcpyHtoD_v2(std::uint64_t to, const void* from, std::size_t size) { return copy(host(to), from, to, size); }

API cuMemcpyDtoH_v2(void* to, std::uint64_t from, std::size_t size) { return copy_to_host(to, from, size); }

API cuMemcpyHtoDAsync_v2(std::uint64_t to, const void* from, std::size_t size, void*) {
    return copy(host(to), from, to, size);
}

API cuMemcpyDtoHAsync_v2(void* to, std::uint64_t from, std::size_t size, void*) { return copy_to_host(to, from, size); }

API cuMemcpyDtoD_v2(std::uint64_t to, std::uint64_t from, std::size_t size) {
    return memory().holds(from, size) ? copy(host(to), host(from), to, size) : INVALID_VALUE;
}

API cuMemsetD8Async(std::uint64_t address, unsigned char value, std::size_t size, void*) {
    if (!memory().holds(address, size)) {
        return INVALID_VALUE;
    }
    std::memset(host(address), value, size);
    return SUCCESS;
}

API cuMemsetD32Async(std::uint64_t address, unsigned value, std::size_t count, void*) {
    if (!memory().holds(address, 4 * count)) {
        return INVALID_VALUE;
    }
    std::fill_n(static_cast<unsigned*>(host(address)), count, value);
    return SUCCESS;
}

API cuStreamBeginCapture_v2(void*, int) {
    recording = std::make_unique<Graph>();
    return SUCCESS;
}

API cuStreamEndCapture(void*, void** graph) {
    *graph = recording.release();
    return *graph == nullptr ? INVALID_VALUE : SUCCESS;
}

API cuGraphInstantiate_v2(void** executable, void* graph, void**, char*, std::size_t) {
    *executable = new Graph(*static_cast<Graph*>(graph));
    return SUCCESS;
}

API cuGraphLaunch(void* executable, void*) {
    return static_cast<Graph*>(executable)->run(Settings::get().order) ? SUCCESS : LAUNCH_FAILED;
}

API cuGraphExecDestroy(void* executable) {
    delete static_cast<Graph*>(executable);
    return SUCCESS;
}

API cuGraphDestroy(void* graph) {
    delete static_cast<Graph*>(graph);
    return SUCCESS;
}

API cuOccupancyMaxActiveBlocksPerMultiprocessor(int* blocks, void* function, int threads, std::size_t memory) {
    bool fits = threads <= static_cast<int>(MOST_THREADS) && memory <= most_memory(function);
    *blocks = fits ? RESIDENT : 0;
    return SUCCESS;
}

API cuLaunchKernel(
        void* function, unsigned blocks, unsigned blocks_y, unsigned blocks_z, unsigned threads, unsigned threads_y,
        unsigned threads_z, unsigned memory, void*, void** parameters, void**) {
    bool flat = blocks_y == 1 && blocks_z == 1 && threads_y == 1 && threads_z == 1;
    return flat ? submit(function, blocks, threads, memory, parameters[0], false) : INVALID_VALUE;
}

API cuLaunchCooperativeKernel(
        void* function, unsigned blocks, unsigned blocks_y, unsigned blocks_z, unsigned threads, unsigned threads_y,
        unsigned threads_z, unsigned memory, void*, void** parameters) {
    bool flat = blocks_y == 1 && blocks_z == 1 && threads_y == 1 && threads_z == 1;
    if (blocks > RESIDENT * MULTIPROCESSOR_COUNT) {
        return TOO_MANY_BLOCKS;
    }
    cooperative_launches++;
    return flat && recording == nullptr ? submit(function, blocks, threads, memory, parameters[0], true) : INVALID_VALUE;
}

#pragma once
// Two doubles at once: the irradiated tumour in lane 0, the distant one in
// lane 1. One law is written once and holds for both; the compiler maps it on
// SSE2, NEON or wasm SIMD.

// For the inner loops, where a call costs more than the work.
#define ABSCOPE_INLINE inline __attribute__((always_inline))

// Before a loop over pairs: compilers for wasm do not unroll by themselves, and
// are 20 % slower.
#if defined(__clang__)
#define ABSCOPE_UNROLL _Pragma("clang loop unroll_count(10)")
#else
#define ABSCOPE_UNROLL _Pragma("GCC unroll 10")
#endif

namespace abscope {

using Pair = double __attribute__((vector_size(16)));

inline Pair both(double x) { return Pair{x, x}; }
inline double sum(Pair x) { return x[0] + x[1]; }
inline Pair square(Pair x) { return x * x; }

// Saturation x / (x + half): 0 at 0, one half at `half`, 1 at infinity.
inline Pair saturation(Pair x, double half) { return x / (x + half); }

inline double saturation(double x, double half) { return x / (x + half); }

// Lane by lane the greater of x and 0.
inline Pair positive(Pair x) { return x > 0.0 ? x : Pair{}; }

}  // namespace abscope
